resource "entrascim_sync" "servicenow" {
  name = "servicenow-scim"

  source {
    environment = "prod"
    secret_path = "/scim"
    secret_key  = "SERVICENOW_SCIM_TOKEN"
  }

  destination {
    connection           = entrascim_connection.prod
    service_principal_id = data.entrascim_service_principal.servicenow.object_id
  }
}

# A token that Infisical does not hold, from an ephemeral value.
resource "entrascim_sync" "slack" {
  name             = "slack-scim"
  token_wo         = var.slack_scim_token
  token_wo_version = 1

  destination {
    connection           = entrascim_connection.prod
    service_principal_id = var.slack_service_principal_id
  }
}
