/** Whole font files: pdfkit embeds the signs that are used, and cannot do that from woff2. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/* One family: Inter's contextual alternates alone would double the time that a certificate takes. */
export const certificateFonts = {
  regular: fontFile("400Regular/SourceSerif4_400Regular.ttf"),
  italic: fontFile("400Regular_Italic/SourceSerif4_400Regular_Italic.ttf"),
  strong: fontFile("600SemiBold/SourceSerif4_600SemiBold.ttf"),
} as const;

function fontFile(name: string): string {
  return require.resolve(`@expo-google-fonts/source-serif-4/${name}`);
}
