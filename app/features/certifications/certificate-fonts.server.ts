/** Whole font files: pdfkit embeds the signs that are used, and cannot do that from woff2. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

export const certificateFonts = {
  serif: fontFile("@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf"),
  italic: fontFile("@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf"),
  sans: fontFile("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf"),
  strong: fontFile("@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf"),
} as const;

function fontFile(specifier: string): string {
  return require.resolve(specifier);
}
