/** Only demo mode has these. */
export const DEMO_PASSWORD = "attest-demo";

export const DEMO_ACCOUNTS = [
  {
    email: "associate@demo.example",
    who: "Customer service associate",
    sees: "What to learn next, tests, certificates",
  },
  { email: "executive@demo.example", who: "Account executive", sees: "Sales process and product courses" },
  { email: "rsm@demo.example", who: "Regional sales manager", sees: "The team's coverage, and the studio" },
  { email: "auditor@demo.example", who: "HR auditor", sees: "Completion records and their proof" },
  { email: "admin@demo.example", who: "Administrator", sees: "People, teams and access" },
] as const;
