import path from "node:path";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { defineConfig } from "prisma/config";
import { migrationAdapter } from "./prisma/migration-adapter";

const provider = process.env.DATABASE_URL?.startsWith("postgres") ? "postgresql" : "sqlite";
process.env.DATABASE_URL ??= "file:./data/attest.db";

export default defineConfig({
  experimental: { adapter: true },
  engine: "js",
  schema: path.join("prisma", provider, "schema.prisma"),
  migrations: { path: path.join("prisma", provider, "migrations") },
  adapter: () =>
    migrationAdapter(provider, process.env.DATABASE_URL!) as Promise<SqlMigrationAwareDriverAdapterFactory>,
});
