import { index, layout, prefix, route, type RouteConfig } from "@remix-run/route-config";

/** The whole URL map. Folders are audiences; tests/access-matrix says who may open what. */
export default [
  layout("routes/app-layout.tsx", [
    index("routes/learner/home.tsx"),
    route("courses", "routes/learner/catalogue.tsx"),
    route("courses/:course", "routes/learner/course.tsx"),
    route("courses/:course/:lesson", "routes/learner/lesson.tsx"),
    route("assessments", "routes/learner/assessments.tsx"),
    route("assessments/:assessment", "routes/learner/assessment.tsx"),
    route("attempts/:attempt", "routes/learner/attempt.tsx"),
    route("attempts/:attempt/result", "routes/learner/attempt-result.tsx"),
    route("attempts/:attempt/appeal", "routes/learner/attempt-appeal.tsx"),
    route("certificates", "routes/learner/certificates.tsx"),
    route("certificates/:award", "routes/learner/certificate.tsx"),
    route("account", "routes/auth/account.tsx"),

    route("team", "routes/manager/team.tsx"),
    route("team/:person", "routes/manager/team-member.tsx"),
    ...prefix("studio", [
      index("routes/manager/studio.tsx"),
      route("new", "routes/manager/studio-new.tsx"),
      route(":draft", "routes/manager/draft.tsx"),
      route(":draft/pictures", "routes/manager/draft-pictures.tsx"),
      route(":draft/publish", "routes/manager/draft-publish.tsx"),
      route(":draft/preview", "routes/manager/draft-preview.tsx"),
      route(":draft/lessons/:lesson", "routes/manager/draft-lesson.tsx"),
    ]),

    ...prefix("test-office", [
      index("routes/office/tests.tsx"),
      route("tests/:assessment", "routes/office/test.tsx"),
      route("tests/:assessment/questions/:question", "routes/office/question.tsx"),
      route("tests/:assessment/questions/:question/regrade", "routes/office/regrade.tsx"),
      route("rooms", "routes/office/rooms.tsx"),
      route("rooms/:invigilation", "routes/office/room.tsx"),
      route("marking", "routes/office/marking.tsx"),
      route("marking/:attempt", "routes/office/marking-attempt.tsx"),
      route("marking/:attempt/second", "routes/office/second-marking.tsx"),
      route("appeals", "routes/office/appeals.tsx"),
      route("appeals/:appeal", "routes/office/appeal.tsx"),
    ]),

    ...prefix("audit", [
      index("routes/auditor/audit.tsx"),
      route("records", "routes/auditor/records.tsx"),
      route("records/:record", "routes/auditor/record.tsx"),
      route("ledger", "routes/auditor/ledger.tsx"),
    ]),

    ...prefix("admin", [
      index("routes/admin/overview.tsx"),
      route("people", "routes/admin/people.tsx"),
      route("people/new", "routes/admin/person-new.tsx"),
      route("people/:person", "routes/admin/person.tsx"),
      route("people/:person/accommodations", "routes/admin/accommodations.tsx"),
      route("organisation", "routes/admin/organisation.tsx"),
      route("job-roles", "routes/admin/job-roles.tsx"),
      route("awards/:award/revoke", "routes/admin/award-revoke.tsx"),
    ]),
  ]),

  layout("routes/public-layout.tsx", [
    route("login", "routes/auth/login.tsx"),
    route("forgot-password", "routes/auth/forgot-password.tsx"),
    route("set-password/:secret", "routes/auth/set-password.tsx"),
    route("verify", "routes/learner/verify-form.tsx"),
    route("verify/:code", "routes/learner/verify.tsx"),
    route("demo/mail", "routes/auth/demo-mail.tsx"),
  ]),

  route("logout", "routes/auth/logout.ts"),
  route("certificates/:award.pdf", "routes/learner/certificate-pdf.ts"),
  route("audit/records.csv", "routes/auditor/records-csv.ts"),
  route("test-office/tests/:assessment/analysis.csv", "routes/office/test-analysis-csv.ts"),
  route("attempts/:attempt/answers", "routes/learner/attempt-answers.ts"),
  route("attempts/:attempt/files/:position", "routes/learner/response-file.ts"),
  route("files/:hash/:name", "routes/learner/file.ts"),
  route("studio/:draft/lessons/:lesson/live", "routes/manager/draft-lesson-live.ts"),
  route("studio/:draft/export", "routes/manager/draft-export.ts"),
  route("healthz", "routes/api/healthz.ts"),
  route("readyz", "routes/api/readyz.ts"),
  route("metrics", "routes/api/metrics.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
