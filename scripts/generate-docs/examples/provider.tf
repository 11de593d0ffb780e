terraform {
  required_version = ">= 1.11"

  required_providers {
    entrascim = {
      source = "entrascim/entrascim"
    }
  }
}

# Host, project and identity in Infisical come from INFISICAL_*; defaults for connections from ARM_* and AZURE_*.
provider "entrascim" {
  infisical {
    project_id = var.project_id
  }
}
