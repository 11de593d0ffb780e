// generated from the provider's rules by `npm run generate:constructs`

/** One constraint on a value, and the half sentence that says so. */
export interface Check {
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly string[];
  readonly integer?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly message: string;
}

/** Checks by type (`provider`, `entrascim_sync`, `data.entrascim_secret`) and path (`source.secret_path`). */
export const RULES: Readonly<Record<string, Readonly<Record<string, readonly Check[]>>>> = {
  "provider": {
    "infisical.host": [
      {
        "pattern": "^(?:https:\\/\\/[^\\s/?#@]+|http:\\/\\/(?:localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1\\])(?::\\d+)?)(?:[/?][^\\s#]*)?$",
        "message": "must be an https URL without user information or fragment (http is allowed for loopback only)"
      }
    ],
    "infisical.project_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.organization_slug": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.universal.client_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.oidc.identity_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.oidc.token_path": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.oidc.token_env": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.azure.identity_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.azure.resource": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.kubernetes.identity_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "infisical.auth.kubernetes.token_path": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "azure.tenant_id": [
      {
        "pattern": "^(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,})$",
        "message": "must be the tenant's UUID or one of its verified domains, such as contoso.onmicrosoft.com"
      }
    ],
    "azure.client_id": [
      {
        "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        "message": "must be a UUID such as \"00000000-0000-0000-0000-000000000000\""
      }
    ],
    "azure.client_certificate_path": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "azure.oidc_token_file_path": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "azure.oidc_request_url": [
      {
        "pattern": "^(?:https:\\/\\/[^\\s/?#@]+|http:\\/\\/(?:localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1\\])(?::\\d+)?)(?:[/?][^\\s#]*)?$",
        "message": "must be an https URL without user information or fragment (http is allowed for loopback only)"
      }
    ],
    "azure.ado_service_connection_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "azure.cloud": [
      {
        "enum": [
          "public",
          "usgovernment",
          "dod",
          "china"
        ],
        "message": "must be one of public, usgovernment, dod, china"
      }
    ],
    "azure.authority_host": [
      {
        "pattern": "^(?:https:\\/\\/[^\\s/?#@]+|http:\\/\\/(?:localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1\\])(?::\\d+)?)(?:[/?][^\\s#]*)?$",
        "message": "must be an https URL without user information or fragment (http is allowed for loopback only)"
      }
    ],
    "azure.graph_endpoint": [
      {
        "pattern": "^(?:https:\\/\\/[^\\s/?#@]+|http:\\/\\/(?:localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1\\])(?::\\d+)?)(?:[/?][^\\s#]*)?$",
        "message": "must be an https URL without user information or fragment (http is allowed for loopback only)"
      }
    ],
    "http.max_retries": [
      {
        "integer": true,
        "message": "must be a whole number"
      },
      {
        "minimum": 0,
        "message": "must be at least 0"
      },
      {
        "maximum": 20,
        "message": "must be at most 20"
      }
    ],
    "http.max_concurrency": [
      {
        "integer": true,
        "message": "must be a whole number"
      },
      {
        "minimum": 1,
        "message": "must be at least 1"
      },
      {
        "maximum": 100,
        "message": "must be at most 100"
      }
    ]
  },
  "entrascim_connection": {
    "name": [
      {
        "maxLength": 32,
        "message": "must be at most 32 characters long"
      },
      {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "message": "must consist of lower-case letters, digits and single hyphens between them"
      }
    ],
    "description": [
      {
        "maxLength": 256,
        "message": "must be at most 256 characters long"
      }
    ],
    "tenant_id": [
      {
        "pattern": "^(?:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,})$",
        "message": "must be the tenant's UUID or one of its verified domains, such as contoso.onmicrosoft.com"
      }
    ],
    "client_id": [
      {
        "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        "message": "must be a UUID such as \"00000000-0000-0000-0000-000000000000\""
      }
    ],
    "cloud": [
      {
        "enum": [
          "public",
          "usgovernment",
          "dod",
          "china"
        ],
        "message": "must be one of public, usgovernment, dod, china"
      }
    ],
    "auth.client_secret.project_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "auth.client_secret.environment": [
      {
        "maxLength": 64,
        "message": "must be at most 64 characters long"
      },
      {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "message": "must consist of lower-case letters, digits and single hyphens between them"
      }
    ],
    "auth.client_secret.secret_path": [
      {
        "pattern": "^\\/",
        "message": "must start with a slash, such as \"/\" or \"/scim\""
      },
      {
        "pattern": "^(?:\\/|(?:\\/[^/\\s]+)+)$",
        "message": "must not end with a slash, hold an empty segment or white space"
      }
    ],
    "auth.client_secret.secret_key": [
      {
        "minLength": 1,
        "message": "must not be empty"
      },
      {
        "pattern": "^[^\\s:/]*$",
        "message": "must not contain white space, colons or slashes"
      }
    ],
    "auth.client_certificate.path": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "auth.client_certificate.project_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "auth.client_certificate.environment": [
      {
        "maxLength": 64,
        "message": "must be at most 64 characters long"
      },
      {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "message": "must consist of lower-case letters, digits and single hyphens between them"
      }
    ],
    "auth.client_certificate.secret_path": [
      {
        "pattern": "^\\/",
        "message": "must start with a slash, such as \"/\" or \"/scim\""
      },
      {
        "pattern": "^(?:\\/|(?:\\/[^/\\s]+)+)$",
        "message": "must not end with a slash, hold an empty segment or white space"
      }
    ],
    "auth.client_certificate.secret_key": [
      {
        "minLength": 1,
        "message": "must not be empty"
      },
      {
        "pattern": "^[^\\s:/]*$",
        "message": "must not contain white space, colons or slashes"
      }
    ],
    "auth.client_certificate.password_key": [
      {
        "minLength": 1,
        "message": "must not be empty"
      },
      {
        "pattern": "^[^\\s:/]*$",
        "message": "must not contain white space, colons or slashes"
      }
    ],
    "auth.workload_identity.token_file_path": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ]
  },
  "entrascim_sync": {
    "name": [
      {
        "maxLength": 256,
        "message": "must be at most 256 characters long"
      },
      {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "message": "must consist of lower-case letters, digits and single hyphens between them"
      }
    ],
    "description": [
      {
        "maxLength": 256,
        "message": "must be at most 256 characters long"
      }
    ],
    "token_wo_version": [
      {
        "integer": true,
        "message": "must be a whole number"
      },
      {
        "minimum": 1,
        "message": "must be at least 1"
      }
    ],
    "initial_sync_behavior": [
      {
        "enum": [
          "overwrite-destination"
        ],
        "message": "must be one of overwrite-destination"
      }
    ],
    "validation": [
      {
        "enum": [
          "standard",
          "strict",
          "off"
        ],
        "message": "must be one of standard, strict, off"
      }
    ],
    "on_destroy": [
      {
        "enum": [
          "retain",
          "clear"
        ],
        "message": "must be one of retain, clear"
      }
    ],
    "plan_checks": [
      {
        "enum": [
          "error",
          "warn"
        ],
        "message": "must be one of error, warn"
      }
    ],
    "source.project_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "source.environment": [
      {
        "maxLength": 64,
        "message": "must be at most 64 characters long"
      },
      {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "message": "must consist of lower-case letters, digits and single hyphens between them"
      }
    ],
    "source.secret_path": [
      {
        "pattern": "^\\/",
        "message": "must start with a slash, such as \"/\" or \"/scim\""
      },
      {
        "pattern": "^(?:\\/|(?:\\/[^/\\s]+)+)$",
        "message": "must not end with a slash, hold an empty segment or white space"
      }
    ],
    "source.secret_key": [
      {
        "minLength": 1,
        "message": "must not be empty"
      },
      {
        "pattern": "^[^\\s:/]*$",
        "message": "must not contain white space, colons or slashes"
      }
    ],
    "source.version": [
      {
        "integer": true,
        "message": "must be a whole number"
      },
      {
        "minimum": 1,
        "message": "must be at least 1"
      }
    ],
    "destination.service_principal_id": [
      {
        "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        "message": "must be a UUID such as \"00000000-0000-0000-0000-000000000000\""
      }
    ],
    "destination.base_address": [
      {
        "pattern": "^(?:https:\\/\\/[^\\s/?#@]+|http:\\/\\/(?:localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1\\])(?::\\d+)?)(?:[/?][^\\s#]*)?$",
        "message": "must be an https URL without user information or fragment (http is allowed for loopback only)"
      }
    ],
    "timeouts.create": [
      {
        "pattern": "^(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+$",
        "message": "must be a duration such as \"90s\" or \"5m\" (units: ms, s, m, h)"
      }
    ],
    "timeouts.update": [
      {
        "pattern": "^(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+$",
        "message": "must be a duration such as \"90s\" or \"5m\" (units: ms, s, m, h)"
      }
    ],
    "timeouts.delete": [
      {
        "pattern": "^(?:\\d+(?:\\.\\d+)?(?:ms|s|m|h))+$",
        "message": "must be a duration such as \"90s\" or \"5m\" (units: ms, s, m, h)"
      }
    ]
  },
  "data.entrascim_service_principals": {
    "search": [
      {
        "maxLength": 120,
        "message": "must be at most 120 characters long"
      }
    ]
  },
  "data.entrascim_service_principal": {
    "object_id": [
      {
        "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        "message": "must be a UUID such as \"00000000-0000-0000-0000-000000000000\""
      }
    ],
    "app_id": [
      {
        "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        "message": "must be a UUID such as \"00000000-0000-0000-0000-000000000000\""
      }
    ],
    "display_name": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ]
  },
  "data.entrascim_secret": {
    "project_id": [
      {
        "minLength": 1,
        "message": "must not be empty"
      }
    ],
    "environment": [
      {
        "maxLength": 64,
        "message": "must be at most 64 characters long"
      },
      {
        "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
        "message": "must consist of lower-case letters, digits and single hyphens between them"
      }
    ],
    "secret_path": [
      {
        "pattern": "^\\/",
        "message": "must start with a slash, such as \"/\" or \"/scim\""
      },
      {
        "pattern": "^(?:\\/|(?:\\/[^/\\s]+)+)$",
        "message": "must not end with a slash, hold an empty segment or white space"
      }
    ],
    "secret_key": [
      {
        "minLength": 1,
        "message": "must not be empty"
      },
      {
        "pattern": "^[^\\s:/]*$",
        "message": "must not contain white space, colons or slashes"
      }
    ]
  },
  "data.entrascim_provisioning_status": {
    "service_principal_id": [
      {
        "pattern": "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$",
        "message": "must be a UUID such as \"00000000-0000-0000-0000-000000000000\""
      }
    ]
  }
};
