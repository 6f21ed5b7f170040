import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "./migrate";
import { startPostgres } from "./postgres";

export default async function setup(project: TestProject) {
  const server = await startPostgres({ durable: false });
  const admin = new pg.Client(server.urlFor("postgres"));
  await admin.connect();
  await admin.query("CREATE DATABASE attest_template");
  await admin.end();
  migrate(server.urlFor("attest_template"));
  project.provide("postgresTemplate", server.urlFor("attest_template"));
  return () => server.stop();
}
