import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixOptions from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * One server build for Remix, the command line and the threads that it starts, so that the first two share one database
 * client and one metrics registry.
 */
function commandLineEntry(): Plugin {
  return {
    name: "attest:command-line-entry",
    enforce: "post",
    config: (_, { isSsrBuild, command }) =>
      isSsrBuild && command === "build"
        ? {
            build: {
              target: "node20",
              rollupOptions: {
                input: {
                  index: "virtual:remix/server-build",
                  attest: "app/cli.ts",
                  "parse-questions-worker": "app/features/assessments/exchange/parse-questions-worker.ts",
                } as unknown as undefined,
                output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
              },
            },
          }
        : {},
  };
}

/** All icons in one file: each alone is smaller than what asking for it costs. */
function iconsInOneFile(): Plugin {
  const manualChunks = (id: string) => (id.includes("node_modules/lucide-react/") ? "icons" : undefined);
  return {
    name: "attest:icons-in-one-file",
    config: (_, { isSsrBuild, command }) =>
      command === "build" && !isSsrBuild ? { build: { rollupOptions: { output: { manualChunks } } } } : {},
  };
}

export default defineConfig({
  plugins: [
    tailwindcss(),
    process.env.VITEST ? [] : remix(remixOptions),
    tsconfigPaths(),
    commandLineEntry(),
    iconsInOneFile(),
  ],
  build: {
    assetsInlineLimit: 0,
    /* The same for both builds: the style sheet is emitted by both and must come out with the same name. */
    cssTarget: ["chrome111", "edge111", "firefox114", "safari16.4"],
  },
  ssr: { noExternal: ["@conform-to/react", "@conform-to/zod"] },
});
