export type Theme = "light" | "dark" | "system";

/** The account page sets this cookie; the root loader reads it. */
const themeCookie = "attest_theme";

export function themeOf(cookieHeader: string | null): Theme {
  const found = (cookieHeader ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === themeCookie)?.[1];
  return found === "light" || found === "dark" ? found : "system";
}
