/** Who may open what: every route of app/routes.ts has a row, and one without a row fails the test. */

export const VISITORS = ["visitor", "learner", "manager", "auditor", "admin", "leaver"] as const;
export type Visitor = (typeof VISITORS)[number];

/**
 * open: 200. sign-in: redirected to the sign-in page. hidden: 404, as if it did not exist. onward: redirected elsewhere
 * in the portal. wrong: 422, allowed in but the form, which lacks everything, was not accepted. gone: 410.
 */
export type Outcome = "open" | "sign-in" | "hidden" | "onward" | "wrong" | "gone";

type Row = Record<Visitor, Outcome>;

const all = (outcome: Outcome): Row => ({
  visitor: outcome,
  learner: outcome,
  manager: outcome,
  auditor: outcome,
  admin: outcome,
  leaver: outcome,
});
const SIGNED_IN: Row = { ...all("open"), visitor: "sign-in", leaver: "sign-in" };
const only = (...allowed: Visitor[]): Row => ({
  ...all("hidden"),
  visitor: "sign-in",
  leaver: "sign-in",
  ...Object.fromEntries(allowed.map((visitor) => [visitor, "open"])),
});
/** The same people, another outcome where they are let in. */
const becoming = (row: Row, outcome: Outcome): Row =>
  Object.fromEntries(Object.entries(row).map(([who, was]) => [who, was === "open" ? outcome : was])) as Row;

const MANAGERS = only("manager");
const AUDITORS = only("auditor", "admin");
const ADMINS = only("admin");
/** Those who run tests. */
const OFFICE = only("manager", "admin");
/** What belongs to the learner of the fixture: the manager of their team sees certificates, auditors and admins too. */
const OWN = only("learner");
const OWN_CERTIFICATE = only("learner", "manager", "auditor", "admin");

export interface Access {
  path: string;
  get?: Row;
  /** With a form that lacks everything, but for `form`, which says which form of the page it is. */
  post?: Row;
  form?: string;
}

/** By route id. In paths, `{name}` is filled in by the fixture. */
export const MATRIX: Record<string, Access> = {
  "routes/learner/home": { path: "/", get: SIGNED_IN },
  "routes/learner/catalogue": { path: "/courses", get: SIGNED_IN },
  "routes/learner/course": { path: "/courses/{course}", get: SIGNED_IN },
  "routes/learner/lesson": {
    path: "/courses/{course}/{lesson}",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "onward"),
  },
  "routes/learner/assessments": { path: "/assessments", get: SIGNED_IN },
  "routes/learner/assessment": {
    path: "/assessments/{assessment}",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "onward"),
  },
  "routes/learner/attempt": { path: "/attempts/{attempt}", get: OWN, post: becoming(OWN, "onward") },
  "routes/learner/attempt-answers": {
    path: "/attempts/{attempt}/answers",
    get: becoming(SIGNED_IN, "onward"),
    post: OWN,
  },
  "routes/learner/attempt-result": { path: "/attempts/{submitted}/result", get: OWN },
  "routes/learner/attempt-appeal": {
    path: "/attempts/{submitted}/appeal",
    get: OWN,
    post: becoming(OWN, "wrong"),
    form: "file",
  },
  "routes/learner/response-file": {
    path: "/attempts/{withFile}/files/1",
    get: only("manager", "auditor", "admin"),
  },
  "routes/learner/statement": {
    path: "/statements/conduct-declaration/conduct-declaration",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "wrong"),
  },
  "routes/learner/acceptance": { path: "/acceptances/{acceptance}", get: OWN_CERTIFICATE },
  "routes/learner/external-send": {
    path: "/external-certificates/send/driving-for-work/driving-licence",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "wrong"),
    form: "send",
  },
  "routes/learner/external-certificate": {
    path: "/external-certificates/{external}",
    get: OWN_CERTIFICATE,
    post: becoming(OWN_CERTIFICATE, "wrong"),
    form: "refuse",
  },
  "routes/learner/external-file": { path: "/external-certificates/{external}/file", get: OWN_CERTIFICATE },
  "routes/manager/external-certificates": { path: "/external-certificates", get: OFFICE },
  "routes/learner/certificates": { path: "/certificates", get: SIGNED_IN },
  "routes/learner/certificate": { path: "/certificates/{award}", get: OWN_CERTIFICATE },
  "routes/learner/certification": {
    path: "/certifications/{certification}",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "wrong"),
  },
  "routes/learner/certificate-change": {
    path: "/certificates/{award}/change",
    get: only("learner", "manager", "admin"),
    post: becoming(SIGNED_IN, "wrong"),
  },
  "routes/learner/certificate-badge": { path: "/certificates/{award}/badge/json", get: OWN },
  "routes/learner/certificate-pdf": { path: "/certificates/{award}.pdf", get: OWN_CERTIFICATE },
  "routes/learner/notifications": {
    path: "/notifications",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "onward"),
    form: "read-all",
  },
  "routes/learner/calendar": {
    path: "/calendar",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "onward"),
    form: "unsubscribe",
  },
  "routes/learner/calendar-file": { path: "/calendar.ics", get: SIGNED_IN },
  "routes/learner/verify-form": { path: "/verify", get: all("open") },
  "routes/learner/verify": { path: "/verify/{code}", get: all("open") },
  "routes/learner/file": { path: "/files/{file}", get: SIGNED_IN },

  "routes/auth/account": {
    path: "/account",
    get: SIGNED_IN,
    post: becoming(SIGNED_IN, "wrong"),
    form: "time-zone",
  },
  "routes/auth/login": {
    path: "/login",
    get: { ...all("onward"), visitor: "open", leaver: "open" },
    post: { ...all("onward"), visitor: "wrong", leaver: "wrong" },
  },
  "routes/auth/logout": { path: "/logout", get: all("onward"), post: all("sign-in") },
  "routes/auth/forgot-password": { path: "/forgot-password", get: all("open"), post: all("wrong") },
  "routes/auth/set-password": { path: "/set-password/{link}", get: all("gone"), post: all("wrong") },
  "routes/auth/demo-mail": { path: "/demo/mail", get: all("hidden") },

  "routes/manager/team": { path: "/team", get: MANAGERS },
  "routes/manager/team-member": {
    path: "/team/{learner}",
    get: MANAGERS,
    post: becoming(MANAGERS, "wrong"),
  },
  "routes/manager/asked-certifications": {
    path: "/team/{learner}/certifications",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/manager/decisions": { path: "/decisions", get: OFFICE },
  "routes/manager/decision": {
    path: "/decisions/{decision}",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/manager/sign-offs": { path: "/sign-offs", get: SIGNED_IN },
  "routes/manager/sign-off-new": {
    path: "/sign-offs/new?person={learner}",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/manager/sign-off-fill": {
    path: "/sign-offs/{signOffDraft}/fill",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/manager/sign-off-marks": {
    path: "/sign-offs/{signOffDraft}/marks",
    get: becoming(SIGNED_IN, "onward"),
    post: OFFICE,
  },
  "routes/learner/sign-off": {
    path: "/sign-offs/{signOff}",
    get: OWN_CERTIFICATE,
    post: becoming(OWN_CERTIFICATE, "wrong"),
    form: "withdraw",
  },
  "routes/learner/sign-off-file": { path: "/sign-offs/{signOff}/files/accurate", get: OWN_CERTIFICATE },
  "routes/manager/studio": { path: "/studio", get: MANAGERS },
  "routes/manager/studio-new": { path: "/studio/new", get: MANAGERS, post: becoming(MANAGERS, "wrong") },
  "routes/manager/draft": { path: "/studio/{draft}", get: MANAGERS, post: becoming(MANAGERS, "wrong") },
  "routes/manager/draft-lesson": {
    path: "/studio/{draft}/lessons/{draftLesson}",
    get: MANAGERS,
    post: becoming(MANAGERS, "wrong"),
  },
  "routes/manager/draft-lesson-live": {
    path: "/studio/{draft}/lessons/{draftLesson}/live",
    get: becoming(MANAGERS, "hidden"),
    post: becoming(MANAGERS, "wrong"),
  },
  "routes/manager/draft-pictures": {
    path: "/studio/{draft}/pictures",
    get: MANAGERS,
    post: becoming(MANAGERS, "wrong"),
  },
  "routes/manager/draft-publish": {
    path: "/studio/{draft}/publish",
    get: MANAGERS,
    post: becoming(MANAGERS, "wrong"),
  },
  "routes/manager/draft-preview": { path: "/studio/{draft}/preview", get: MANAGERS },
  "routes/manager/draft-export": { path: "/studio/{draft}/export", get: MANAGERS },

  "routes/office/rooms": { path: "/test-office/rooms", get: OFFICE, post: becoming(OFFICE, "wrong") },
  /* The room of the manager: to everybody else, administrators too, it does not exist. */
  "routes/office/room": {
    path: "/test-office/rooms/{room}",
    get: MANAGERS,
    post: becoming(MANAGERS, "onward"),
  },
  "routes/office/marking": { path: "/test-office/marking", get: OFFICE },
  "routes/office/marking-attempt": {
    path: "/test-office/marking/{toMark}",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/second-marking": {
    path: "/test-office/marking/{toMark}/second",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/appeals": { path: "/test-office/appeals", get: OFFICE },
  "routes/office/appeal": {
    path: "/test-office/appeals/{appeal}",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/tests": { path: "/test-office", get: OFFICE },
  "routes/office/test": { path: "/test-office/tests/{assessment}", get: ADMINS },
  "routes/office/test-analysis-csv": { path: "/test-office/tests/{assessment}/analysis.csv", get: ADMINS },
  "routes/office/question": { path: "/test-office/tests/{assessment}/questions/{question}", get: ADMINS },
  "routes/office/regrade": {
    path: "/test-office/tests/{assessment}/questions/{question}/regrade?treatment=drop",
    get: ADMINS,
    post: becoming(ADMINS, "wrong"),
  },
  "routes/office/banks": {
    path: "/test-office/banks",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/bank": {
    path: "/test-office/banks/{bank}",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
    form: "rename",
  },
  "routes/office/bank-pictures": {
    path: "/test-office/banks/{bank}/pictures",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/bank-import": {
    path: "/test-office/banks/{bank}/import",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
    form: "preview",
  },
  "routes/office/bank-question-new": {
    path: "/test-office/banks/{bank}/questions/new?kind=hotspot",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
    form: "question",
  },
  "routes/office/bank-question": {
    path: "/test-office/banks/{bank}/questions/{bankQuestion}?confirm=withdraw",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
    form: "question",
  },
  "routes/office/bank-export": { path: "/test-office/banks/{bank}/export/csv", get: OFFICE },
  "routes/office/test-new": {
    path: "/test-office/tests/new",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/test-settings": {
    path: "/test-office/tests/{studioTest}/settings",
    get: OFFICE,
    post: becoming(OFFICE, "wrong"),
  },
  "routes/office/test-export": { path: "/test-office/tests/iso-9001-awareness/export/gift", get: ADMINS },

  "routes/auditor/coverage": { path: "/coverage", get: only("manager", "auditor", "admin") },
  "routes/auditor/coverage-csv": {
    path: "/coverage/work-to-stop.csv",
    get: only("manager", "auditor", "admin"),
  },
  "routes/auditor/audit": { path: "/audit", get: AUDITORS },
  "routes/auditor/records": { path: "/audit/records", get: AUDITORS },
  "routes/auditor/records-csv": { path: "/audit/records.csv", get: AUDITORS },
  "routes/auditor/record": { path: "/audit/records/{record}", get: AUDITORS },
  "routes/auditor/ledger": { path: "/audit/ledger", get: AUDITORS },
  "routes/auditor/curriculum": { path: "/curriculum", get: only("manager", "auditor", "admin") },

  "routes/admin/overview": { path: "/admin", get: ADMINS },
  "routes/admin/people": { path: "/admin/people", get: ADMINS },
  "routes/admin/person-new": { path: "/admin/people/new", get: ADMINS, post: becoming(ADMINS, "wrong") },
  "routes/admin/person": {
    path: "/admin/people/{learner}",
    get: ADMINS,
    post: becoming(ADMINS, "wrong"),
    form: "edit",
  },
  "routes/admin/accommodations": {
    path: "/admin/people/{learner}/accommodations",
    get: ADMINS,
    post: becoming(ADMINS, "wrong"),
    form: "accommodation",
  },
  "routes/admin/organisation": {
    path: "/admin/organisation",
    get: ADMINS,
    post: becoming(ADMINS, "wrong"),
    form: "create-team",
  },
  "routes/admin/job-roles": { path: "/admin/job-roles", get: ADMINS },
  "routes/admin/reminders": {
    path: "/admin/reminders",
    get: ADMINS,
    post: becoming(ADMINS, "wrong"),
    form: "add-rule",
  },
  "routes/admin/reminder-preview": { path: "/admin/reminders/preview", get: ADMINS },
  "routes/admin/reminder-log": { path: "/admin/reminders/log", get: ADMINS },

  "routes/api/calendar-feed": { path: "/calendar/{calendar}.ics", get: all("open") },
  "routes/api/badge-status": { path: "/badges/status/{statusList}/revocation", get: all("open") },
  "routes/api/badge-achievement": { path: "/badges/{certification}", get: all("open") },
  "routes/api/healthz": { path: "/healthz", get: all("open") },
  "routes/api/readyz": { path: "/readyz", get: all("open") },
  "routes/api/metrics": { path: "/metrics", get: all("open") },
  "routes/not-found": { path: "/nothing/is/here", get: all("hidden") },
};

/** Layouts have no page of their own. */
export const WITHOUT_PAGE = ["root", "routes/app-layout", "routes/public-layout"];
