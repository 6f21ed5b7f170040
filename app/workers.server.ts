/** Background work: in every process the same loop; the lease decides which one does it. */
import { setTimeout as sleep } from "node:timers/promises";
import { tellOfUsedUp } from "~/features/assessments/grants/tell-of-used-up.server";
import { applyRegrade } from "~/features/assessments/regrading/apply-regrade.server";
import { submitOverdueAttempts } from "~/features/assessments/sitting/submit-overdue-attempts.server";
import { tellOfWork } from "~/features/assessments/waiting/tell-of-work.server";
import { countCoverage } from "~/features/audit/duty-coverage/count-coverage.server";
import { sessions } from "~/features/auth/sessions.server";
import { awardAllEarned } from "~/features/certifications/award-all-earned.server";
import { awardEarned } from "~/features/certifications/award-earned.server";
import { openDueCycles } from "~/features/certifications/cycles/open-due-cycles.server";
import { bringIntoForce } from "~/features/certifications/publish-certification.server";
import { sealPending } from "~/features/ledger/seal.server";
import { deliverDigest } from "~/features/notifications/digests/deliver-digest.server";
import { sendDigests } from "~/features/notifications/digests/send-digests.server";
import { releaseLeases, withLease } from "~/platform/lease.server";
import { log } from "~/platform/log.server";
import { closeMailer, sendMail } from "~/platform/mailer.server";
import { jobRuns, outboxWaiting } from "~/platform/metrics.server";
import { deleteOldMessages, drainOutbox, outboxState, type Handlers } from "~/platform/outbox.server";

export const LEASE_SECONDS = 20;

const handlers: Handlers = {
  email: sendMail,
  "certification-changed": awardAllEarned,
  "question-regraded": applyRegrade,
  "reminder-digest": deliverDigest,
  "work-waiting": tellOfWork,
  "attempt-failed": tellOfUsedUp,
  "evidence-recorded": ({ personId }) => awardEarned(personId).then(() => {}),
};

interface Job {
  name: string;
  everySeconds: number;
  run: () => Promise<unknown>;
}

export const jobs: readonly Job[] = [
  { name: "outbox", everySeconds: 1, run: () => drainOutbox(handlers) },
  { name: "seal", everySeconds: 2, run: () => sealPending() },
  { name: "overdue-attempts", everySeconds: 10, run: () => submitOverdueAttempts() },
  { name: "certifications-in-force", everySeconds: 60, run: () => bringIntoForce() },
  { name: "due-cycles", everySeconds: 3_600, run: () => openDueCycles() },
  { name: "reminders", everySeconds: 60, run: () => sendDigests() },
  { name: "coverage", everySeconds: 5, run: () => countCoverage() },
  { name: "old-messages", everySeconds: 3_600, run: () => deleteOldMessages() },
  { name: "expired-sessions", everySeconds: 3_600, run: () => sessions().deleteExpiredSessions() },
  {
    name: "outbox-metric",
    everySeconds: 15,
    run: async () => outboxWaiting.set((await outboxState()).waiting),
  },
];

/** Starts the loops and returns how to stop them: after the work in hand, and handing the leases on. */
export function startWorkers(): () => Promise<void> {
  const stopping = new AbortController();
  const loops = jobs.map((job) => loop(job, stopping.signal));
  return async () => {
    stopping.abort();
    await Promise.all(loops);
    closeMailer();
    await releaseLeases();
  };
}

async function loop({ name, everySeconds, run }: Job, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await withLease(name, LEASE_SECONDS + everySeconds, run))
        jobRuns.inc({ job: name, outcome: "done" });
    } catch (error) {
      jobRuns.inc({ job: name, outcome: "failed" });
      log.error({ job: name, err: error }, "background work failed, will be tried again");
    }
    await sleep(everySeconds * 1000, undefined, { signal }).catch(() => {});
  }
}
