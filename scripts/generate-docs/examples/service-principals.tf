data "entrascim_service_principals" "all" {
  connection = entrascim_connection.prod
}

output "applications_with_provisioning" {
  value = {
    for app in data.entrascim_service_principals.all.service_principals : app.display_name => app.object_id...
  }
}
