/** Languages without a grammar of their own here: shown as they are. */
export const plainLanguages = ["csv", "http", "plaintext", "powershell", "text", "txt"];

/** Languages that a code block may name: those of lowlight's common set that our readers meet, and the plain ones. */
export const codeLanguages: ReadonlySet<string> = new Set(
  [
    "bash",
    "css",
    "diff",
    "html",
    "ini",
    "javascript",
    "js",
    "json",
    "markdown",
    "md",
    "python",
    "sh",
    "shell",
    "sql",
  ]
    .concat(["toml", "ts", "typescript", "xml", "yaml", "yml"], plainLanguages)
    .sort(),
);
