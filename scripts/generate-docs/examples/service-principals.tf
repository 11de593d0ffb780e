# All applications that provision, as a picker would list them. `entrascim apps` does the same on a terminal.
data "entrascim_service_principals" "all" {}

output "applications_with_provisioning" {
  value = {
    for app in data.entrascim_service_principals.all.service_principals : app.display_name => app.object_id...
  }
}

# Those with words in their name that begin so: "Azure Databricks SCIM Provisioning Connector".
data "entrascim_service_principals" "databricks" {
  search = "azure databricks"
}

output "databricks_object_ids" {
  value = data.entrascim_service_principals.databricks.service_principals[*].object_id
}
