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

# In a pipeline that has an OIDC token there is no secret to keep.
resource "entrascim_connection" "pipeline" {
  name      = "entra-pipeline"
  tenant_id = var.tenant_id
  client_id = var.client_id

  auth {
    workload_identity {}
  }
}
