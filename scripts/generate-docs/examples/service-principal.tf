# With the provider's own credentials. With `connection` it would be read during apply whenever the connection has a
# change pending, and a sync whose service_principal_id is not known while planning is replaced.
data "entrascim_service_principal" "servicenow" {
  display_name = "ServiceNow"
}
