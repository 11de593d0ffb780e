data "entrascim_secret" "servicenow" {
  environment = "prod"
  secret_path = "/scim"
  secret_key  = "SERVICENOW_SCIM_TOKEN"
}

output "servicenow_token_changed_at" {
  value = data.entrascim_secret.servicenow.updated_at
}
