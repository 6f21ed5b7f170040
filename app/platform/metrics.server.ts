import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

export const requestSeconds = new Histogram({
  name: "attest_http_request_seconds",
  help: "Time from the first byte in to the last byte out, by method and status.",
  labelNames: ["method", "status"] as const,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

export const jobRuns = new Counter({
  name: "attest_background_job_runs_total",
  help: "Runs of background work, by job and outcome.",
  labelNames: ["job", "outcome"] as const,
  registers: [registry],
});

export const outboxWaiting = new Gauge({
  name: "attest_outbox_waiting",
  help: "Outbox messages not yet delivered, counted when the outbox was last drained.",
  registers: [registry],
});
