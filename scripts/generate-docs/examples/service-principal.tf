data "entrascim_service_principal" "servicenow" {
  connection   = entrascim_connection.prod
  display_name = "ServiceNow"
}
