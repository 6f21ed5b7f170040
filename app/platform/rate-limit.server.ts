/** Limits on what costs or guesses, counted in the database so that every process and node shares them. */
import { RateLimiterPrisma, type RateLimiterAbstract, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "./db/client.server";
import { TooMany } from "./errors";

export interface Limit {
  points: number;
  seconds: number;
  message: string;
}

const limiters = new Map<string, RateLimiterAbstract>();

function limiterFor(name: string, { points, seconds }: Limit): RateLimiterAbstract {
  let limiter = limiters.get(name);
  if (!limiter) {
    limiter = new RateLimiterPrisma({ storeClient: db, keyPrefix: name, points, duration: seconds });
    limiters.set(name, limiter);
  }
  return limiter;
}

/** @throws TooMany when `key` has used up its points within the window */
export async function limit(name: string, key: string, rule: Limit): Promise<void> {
  try {
    await limiterFor(name, rule).consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes)
      throw new TooMany(rule.message, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Forgets past tries, after a success. */
export async function forgive(name: string, key: string, rule: Limit): Promise<void> {
  await limiterFor(name, rule).delete(key);
}
