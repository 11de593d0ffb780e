data "entrascim_provisioning_status" "servicenow" {
  connection           = entrascim_connection.prod
  service_principal_id = entrascim_sync.servicenow.id
}

check "servicenow_provisions" {
  assert {
    condition     = data.entrascim_provisioning_status.servicenow.healthy
    error_message = "ServiceNow does not provision."
  }
}
