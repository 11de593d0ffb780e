# Production's token is pushed only while staging provisions, and every run tells whether production does.

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

variable "staging_service_principal_id" {
  description = "Object id of the staging application's service principal."
  type        = string
}

variable "production_service_principal_id" {
  description = "Object id of the production application's service principal."
  type        = string
}

variable "production_secret_key" {
  description = "Key of the secret that holds production's token."
  type        = string
  default     = "PRODUCTION_SCIM_TOKEN"
}

# Host, project and identity come from INFISICAL_*.
provider "entrascim" {}

resource "entrascim_connection" "entra" {
  name      = "entra"
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

# Beside the checks, not inside one: see docs/how-to/gates.md.
data "entrascim_provisioning_status" "staging" {
  connection           = entrascim_connection.entra
  service_principal_id = var.staging_service_principal_id
}

# A failed check is a warning.
check "staging_provisions" {
  assert {
    condition     = data.entrascim_provisioning_status.staging.healthy
    error_message = "Staging does not provision: ${jsonencode(data.entrascim_provisioning_status.staging.jobs)}"
  }
}

resource "entrascim_sync" "production" {
  name = "production-scim"

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = var.production_secret_key
  }

  destination {
    connection           = entrascim_connection.entra
    service_principal_id = var.production_service_principal_id
  }

  # A failed precondition is an error: nothing is planned, and nothing is pushed.
  lifecycle {
    precondition {
      condition     = data.entrascim_provisioning_status.staging.healthy
      error_message = "Staging does not provision, so production keeps the token that it has."
    }
  }
}

check "production_provisions" {
  assert {
    condition     = try(entrascim_sync.production.provisioning_job.status, "none") != "Quarantine"
    error_message = "Production is in quarantine: ${jsonencode(entrascim_sync.production.provisioning_job)}"
  }
}

check "production_is_synced" {
  assert {
    condition     = entrascim_sync.production.sync_status == "synced"
    error_message = "Production: ${coalesce(entrascim_sync.production.sync_message, "not synced")}"
  }
}
