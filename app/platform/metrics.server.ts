import cluster from "node:cluster";
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { newId } from "./ids.server";

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

AggregatorRegistry.setRegistries([registry]);
const aggregator = new AggregatorRegistry();

interface MetricsMessage {
  attestMetrics: string;
  text?: string;
}

/** In the primary process: answers any process that asks with the sum over all of them. */
export function answerMetricsRequests(): void {
  cluster.on("message", (worker, message: MetricsMessage) => {
    if (!message.attestMetrics) return;
    void aggregator
      .clusterMetrics()
      .then((text) => worker.send({ attestMetrics: message.attestMetrics, text } satisfies MetricsMessage));
  });
}

/** In Prometheus' text format: this process alone, or the sum over all processes where there are several. */
export async function metricsText(): Promise<string> {
  if (cluster.isPrimary) return registry.metrics();
  const id = newId();
  return new Promise((resolve) => {
    const receive = (message: MetricsMessage) => {
      if (message.attestMetrics !== id || message.text === undefined) return;
      process.off("message", receive);
      resolve(message.text);
    };
    process.on("message", receive);
    process.send?.({ attestMetrics: id } satisfies MetricsMessage);
  });
}
