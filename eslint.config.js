import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "data/", ".cache/", "node_modules/", "app/platform/db/generated/", "test-results/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      /* Remix throws responses and data(). */
      "@typescript-eslint/only-throw-error": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: "Time comes from ~/platform/clock.server (now()).",
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "Time comes from ~/platform/clock.server (now()).",
        },
        {
          selector: "JSXAttribute[name.name='style']",
          message: "The Content-Security-Policy forbids inline styles; use a class.",
        },
        {
          selector: "CallExpression[callee.object.name='vi'][callee.property.name='mock']",
          message: "Real parts only.",
        },
      ],
      "no-console": "error",
    },
  },
  { files: ["app/platform/clock.server.ts"], rules: { "no-restricted-syntax": "off" } },
  { files: ["app/cli/**", "app/cli.ts"], rules: { "no-console": "off" } },
  {
    files: ["**/*.tsx"],
    plugins: jsxA11y.flatConfigs.strict.plugins,
    rules: jsxA11y.flatConfigs.strict.rules,
  },
  { files: ["**/*.tsx"], ...reactHooks.configs.flat["recommended-latest"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
);
