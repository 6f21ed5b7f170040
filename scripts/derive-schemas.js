/* Writes the schema of each database from prisma/schema.prisma: the same models, another generator and datasource. */
import { readFileSync, writeFileSync } from "node:fs";

const source = readFileSync("prisma/schema.prisma", "utf8");
const models = source.slice(source.indexOf("// ---------"));

for (const provider of ["sqlite", "postgresql"]) {
  writeFileSync(
    `prisma/${provider}/schema.prisma`,
    `// Derived from prisma/schema.prisma by scripts/derive-schemas.js. Do not edit.
generator client {
  provider            = "prisma-client"
  output              = "../../app/platform/db/generated/${provider}"
  engineType          = "client"
  runtime             = "nodejs"
  moduleFormat        = "esm"
  generatedFileExtension = "ts"
  importFileExtension = ""
}

datasource db {
  provider = "${provider}"
  url      = env("DATABASE_URL")
}

${models}`,
  );
}
