# Every argument of every block, once. Nobody needs all of them: start from ../quickstart.

terraform {
  required_version = ">= 1.11"

  required_providers {
    entrascim = {
      source = "entrascim/entrascim"
    }
  }
}

resource "entrascim_connection" "client_secret" {
  # Lower-case letters, digits and single hyphens, at most 32.
  name        = "client-secret"
  description = "Signs in with a client secret that Infisical keeps."
  # Its UUID or one of its verified domains. Left out: the provider's.
  tenant_id = var.tenant_id
  client_id = var.client_id
  # "public", "usgovernment", "dod" or "china".
  cloud = "public"

  # Exactly one of the blocks below. Left out: as the provider signs in.
  auth {
    client_secret {
      # Left out: the provider's project.
      project_id  = var.project_id
      environment = "prod"
      secret_path = "/azure"
      secret_key  = "ENTRA_CLIENT_SECRET"
    }
  }
}

resource "entrascim_connection" "certificate_in_infisical" {
  name      = "certificate-in-infisical"
  tenant_id = var.tenant_id
  client_id = var.client_id

  auth {
    client_certificate {
      project_id  = var.project_id
      environment = "prod"
      secret_path = "/azure"
      # PEM, or PKCS#12 in base64.
      secret_key = "ENTRA_CERTIFICATE"
      # A key in the same folder; left out where the certificate has no password.
      password_key = "ENTRA_CERTIFICATE_PASSWORD"
    }
  }
}

resource "entrascim_connection" "certificate_file" {
  name      = "certificate-file"
  tenant_id = var.tenant_id
  client_id = var.client_id

  auth {
    client_certificate {
      # PEM or PKCS#12, with the private key.
      path = var.certificate_file
    }
  }
}

resource "entrascim_connection" "workload_identity" {
  name      = "workload-identity"
  tenant_id = var.tenant_id
  client_id = var.client_id

  auth {
    workload_identity {
      # Left out: AZURE_FEDERATED_TOKEN_FILE, or the pipeline's own token.
      token_file_path = var.workload_token_file
    }
  }
}

resource "entrascim_connection" "managed_identity" {
  name      = "managed-identity"
  tenant_id = var.tenant_id
  # A user-assigned identity; left out: the machine's own.
  client_id = var.client_id

  auth {
    managed_identity {}
  }
}

resource "entrascim_connection" "azure_cli" {
  name      = "azure-cli"
  tenant_id = var.tenant_id

  auth {
    azure_cli {}
  }
}

resource "entrascim_sync" "from_infisical" {
  # Lower-case letters, digits and single hyphens, at most 256.
  name        = "from-infisical"
  description = "Pushes the token that Infisical keeps."

  # Exactly one of source and token_wo.
  source {
    project_id  = var.project_id
    environment = "prod"
    secret_path = "/scim"
    secret_key  = "SERVICENOW_SCIM_TOKEN"
    # Pins one version; left out, the newest is pushed.
    version = var.servicenow_token_version
  }

  destination {
    # A whole connection, whatever else it holds.
    connection = entrascim_connection.client_secret
    # The object id: not the application's client id, and not a path.
    service_principal_id = var.servicenow_service_principal_id
    # Also manage the tenant URL. Left out, it is left alone.
    base_address = var.servicenow_base_address
  }

  # What the first push does with a token that is there: there is one answer today.
  initial_sync_behavior = "overwrite-destination"
  # With false a new version is told, and sync_trigger pushes it.
  auto_sync_enabled = true
  # "standard" pushes an untestable token with a warning, "strict" refuses it, "off" tests nothing.
  validation = "strict"
  # Start a job again that is in quarantine for bad credentials.
  recover_from_quarantine = true
  # "retain" or "clear" the token on the service principal.
  on_destroy = "clear"
  # "warn" is for secrets and applications that the same run creates.
  plan_checks = "warn"
  # Any string; a change pushes again.
  sync_trigger = "2026-01-31"

  timeouts {
    create = "5m"
    update = "90s"
    delete = "1m30s"
  }
}

resource "entrascim_sync" "from_an_ephemeral_value" {
  name = "from-an-ephemeral-value"

  # In neither plan nor state. Raise the version to push again.
  token_wo         = var.scim_token
  token_wo_version = 1

  destination {
    # A connection written out: each member must stand there, and null means as the provider does.
    connection = {
      tenant_id = var.tenant_id
      client_id = null
      cloud     = null
      auth      = null
    }
    service_principal_id = var.other_service_principal_id
  }
}

data "entrascim_service_principals" "all" {
  connection = entrascim_connection.client_secret
  # Word prefixes of the display name. Left out: all.
  search = "service"
  # Only those with a provisioning job.
  with_provisioning = true
}

data "entrascim_service_principal" "by_name" {
  connection   = entrascim_connection.client_secret
  display_name = "ServiceNow"
}

data "entrascim_service_principal" "by_app_id" {
  connection = entrascim_connection.client_secret
  app_id     = var.servicenow_app_id
}

data "entrascim_service_principal" "by_object_id" {
  connection = entrascim_connection.client_secret
  object_id  = var.servicenow_service_principal_id
}

data "entrascim_secret" "token" {
  project_id  = var.project_id
  environment = "prod"
  secret_path = "/scim"
  secret_key  = "SERVICENOW_SCIM_TOKEN"
}

data "entrascim_provisioning_status" "servicenow" {
  connection           = entrascim_connection.client_secret
  service_principal_id = var.servicenow_service_principal_id

  # Read after the push: without a token no job provisions.
  depends_on = [entrascim_sync.from_infisical]
}

# Stop a promotion when provisioning is broken.
resource "terraform_data" "promotion" {
  lifecycle {
    precondition {
      condition     = data.entrascim_provisioning_status.servicenow.healthy
      error_message = "ServiceNow does not provision: see its provisioning jobs."
    }
  }
}
