/** Where ServiceNow's token goes in each stage. */
export const STAGES = [
  { name: "dev", servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000d1" },
  { name: "staging", servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000e1" },
  { name: "prod", servicePrincipalId: "5e4b1ce0-0000-4000-8000-0000000000f1" },
];
