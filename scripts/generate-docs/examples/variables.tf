# What the examples refer to; shown on no page.

variable "project_id" {
  type = string
}

variable "tenant_id" {
  type = string
}

variable "client_id" {
  type = string
}

variable "slack_service_principal_id" {
  type = string
}

variable "slack_scim_token" {
  type      = string
  sensitive = true
  ephemeral = true
}
