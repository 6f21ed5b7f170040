import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { keepTemporaryFilesInMemory } from "./tests/setup/temporary-folder";

keepTemporaryFilesInMemory();

const database = (provider: "sqlite" | "postgresql") => ({
  extends: true as const,
  test: {
    name: provider,
    include: ["app/**/*.db.test.{ts,tsx}", "tests/**/*.db.test.ts"],
    env: { TEST_PROVIDER: provider },
    globalSetup: [`tests/setup/${provider}-template.ts`],
    setupFiles: ["tests/setup/settings.ts", "tests/setup/fresh-database.ts"],
  },
});

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    environment: "node",
    pool: "forks",
    /* Tests wait for databases and child processes most of the time: the usual one less than processors idles them. */
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    env: { ATTEST_MODE: "test", LOG_LEVEL: "silent" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          setupFiles: ["tests/setup/settings.ts"],
          include: ["app/**/*.test.{ts,tsx}", "tests/architecture/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.{ts,tsx}", "node_modules/**"],
        },
      },
      database("sqlite"),
      database("postgresql"),
    ],
  },
});
