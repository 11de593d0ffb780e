variable "tenant_id" {
  description = "The Entra tenant: its UUID or a verified domain."
  type        = string
}

variable "client_id" {
  description = "Client id of the application that entrascim signs in as."
  type        = string
}

variable "project_id" {
  description = "Id of the project in Infisical."
  type        = string
}

variable "servicenow_service_principal_id" {
  description = "Object id of ServiceNow's service principal."
  type        = string
}

variable "servicenow_base_address" {
  description = "Tenant URL of ServiceNow's SCIM endpoint."
  type        = string
  default     = "https://example.service-now.com/api/now/scim"
}

variable "servicenow_token_version" {
  description = "The version of ServiceNow's token to pin."
  type        = number
  default     = 1
}

variable "servicenow_app_id" {
  description = "Application (client) id of ServiceNow."
  type        = string
}

variable "other_service_principal_id" {
  description = "Object id of another service principal."
  type        = string
}

variable "certificate_file" {
  description = "A client certificate with its private key: PEM or PKCS#12."
  type        = string
  default     = "/run/secrets/entra.pem"
}

variable "workload_token_file" {
  description = "The federated token that Kubernetes keeps fresh."
  type        = string
  default     = "/var/run/secrets/azure/tokens/azure-identity-token"
}

variable "authority_host" {
  description = "Where to sign in."
  type        = string
  default     = "https://login.microsoftonline.com"
}

variable "graph_endpoint" {
  description = "Where Microsoft Graph is."
  type        = string
  default     = "https://graph.microsoft.com"
}

variable "infisical_host" {
  description = "Where Infisical is."
  type        = string
  default     = "https://app.infisical.com"
}

variable "infisical_organization" {
  description = "Slug of the organization in Infisical; null for the identity's own."
  type        = string
  default     = null
}

variable "infisical_client_id" {
  description = "Client id of the machine identity in Infisical."
  type        = string
}

variable "infisical_identity_id" {
  description = "Id of the machine identity in Infisical."
  type        = string
}

# Ephemeral: a value that is in neither plan nor state. An ordinary variable can be read in a saved plan.

variable "infisical_client_secret" {
  description = "Client secret of the machine identity in Infisical."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "infisical_token" {
  description = "Access token for Infisical."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "entra_client_secret" {
  description = "Client secret of the application in Entra."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "entra_certificate" {
  description = "Client certificate: PKCS#12 in base64."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "entra_certificate_password" {
  description = "Password of the client certificate."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "pipeline_token" {
  description = "OIDC token of the pipeline."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "pipeline_request_token" {
  description = "What authorises the pipeline's request for its OIDC token."
  type        = string
  sensitive   = true
  ephemeral   = true
}

variable "scim_token" {
  description = "A SCIM token that does not come from Infisical."
  type        = string
  sensitive   = true
  ephemeral   = true
}
