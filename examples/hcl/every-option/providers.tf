provider "entrascim" {
  # What is left out is taken from INFISICAL_*.
  infisical {
    host              = var.infisical_host
    project_id        = var.project_id
    organization_slug = var.infisical_organization

    # Exactly one of token, universal, oidc, azure and kubernetes.
    auth {
      universal {
        client_id     = var.infisical_client_id
        client_secret = var.infisical_client_secret
      }
    }
  }

  # Defaults for connections that do not say it themselves. What is left out is taken from ARM_*, then AZURE_*.
  azure {
    tenant_id     = var.tenant_id
    client_id     = var.client_id
    client_secret = var.entra_client_secret
    # "public", "usgovernment", "dod" or "china".
    cloud = "public"
    # Where to sign in and where Graph is, instead of the cloud's own.
    authority_host = var.authority_host
    graph_endpoint = var.graph_endpoint
  }

  http {
    max_retries     = 4
    request_timeout = "30s"
    max_concurrency = 10
  }
}

provider "entrascim" {
  alias = "token"

  infisical {
    auth {
      token = var.infisical_token
    }
  }

  azure {
    # A file, PEM or PKCS#12 ...
    client_certificate_path     = "/run/secrets/entra.pfx"
    client_certificate_password = var.entra_certificate_password
  }
}

provider "entrascim" {
  alias = "oidc"

  infisical {
    auth {
      oidc {
        identity_id = var.infisical_identity_id
        # At most one of token, token_path and token_env. Left out: INFISICAL_AUTH_JWT.
        token = var.pipeline_token
      }
    }
  }

  azure {
    # ... or PKCS#12 in base64.
    client_certificate          = var.entra_certificate
    client_certificate_password = var.entra_certificate_password
  }
}

provider "entrascim" {
  alias = "oidc_file"

  infisical {
    auth {
      oidc {
        identity_id = var.infisical_identity_id
        token_path  = "/run/secrets/oidc-token"
      }
    }
  }

  # A federated token: the token itself, or a file, or asked of the pipeline.
  azure {
    use_oidc   = true
    oidc_token = var.pipeline_token
  }
}

provider "entrascim" {
  alias = "oidc_env"

  infisical {
    auth {
      oidc {
        identity_id = var.infisical_identity_id
        token_env   = "CI_JOB_JWT"
      }
    }
  }

  azure {
    use_oidc             = true
    oidc_token_file_path = "/run/secrets/oidc-token"
  }
}

provider "entrascim" {
  alias = "managed_identity"

  infisical {
    auth {
      azure {
        identity_id = var.infisical_identity_id
        # Audience of the token.
        resource = "https://management.azure.com/"
      }
    }
  }

  azure {
    use_managed_identity = true
    use_cli              = false
  }
}

provider "entrascim" {
  alias = "kubernetes"

  infisical {
    auth {
      kubernetes {
        identity_id = var.infisical_identity_id
        token_path  = "/var/run/secrets/kubernetes.io/serviceaccount/token"
      }
    }
  }

  # GitHub Actions and Azure DevOps: both set these variables by themselves.
  azure {
    use_oidc                  = true
    oidc_request_url          = "https://example.actions.githubusercontent.com/token"
    oidc_request_token        = var.pipeline_request_token
    ado_service_connection_id = "00000000-0000-0000-0000-000000000000"
  }
}
