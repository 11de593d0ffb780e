terraform {
  required_version = ">= 1.11"

  required_providers {
    entrascim = {
      source = "entrascim/entrascim"
    }
  }
}

variable "tenant_id" {
  description = "The Entra tenant: its UUID or a verified domain."
  type        = string
}

variable "client_id" {
  description = "Client id of the application that entrascim signs in as."
  type        = string
}

variable "servicenow_service_principal_id" {
  description = "Object id of ServiceNow's service principal."
  type        = string
}

# Host, project and identity come from INFISICAL_*.
provider "entrascim" {}

resource "entrascim_connection" "prod" {
  name      = "entra-prod"
  tenant_id = var.tenant_id
  client_id = var.client_id

  auth {
    client_secret {
      environment = "prod"
      secret_path = "/azure"
      secret_key  = "ENTRA_CLIENT_SECRET"
    }
  }
}

resource "entrascim_sync" "servicenow" {
  name = "servicenow-scim"

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = "SERVICENOW_SCIM_TOKEN"
  }

  destination {
    connection           = entrascim_connection.prod
    service_principal_id = var.servicenow_service_principal_id
  }
}

output "sync_status" {
  value = entrascim_sync.servicenow.sync_status
}

output "synced_version" {
  value = entrascim_sync.servicenow.synced_version
}
