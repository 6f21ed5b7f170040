import { describe, expect, it } from "vitest";
import { passwordProblem } from "./password-rules";

const owner = { name: "Tomás Ferreira", email: "tomas.ferreira@halden.example" };

describe("passwordProblem", () => {
  it.each([
    "three brown owls",
    "ÄÖÜ äöü ßß 12",
    "v7#kQ2!mZ9pL",
    "ferreira likes the sea at noon",
    "日本語のとても長い秘密の言葉です",
  ])("takes %j", (password) => expect(passwordProblem(password, owner)).toBeNull());

  it.each([
    ["short one", /at least 12/],
    ["😀😀😀😀😀😀", /at least 12/],
    ["x1y2".repeat(60), /at most/],
    ["Password1234", /first that are guessed/],
    ["q w e r t y q w e r t y", /first that are guessed/],
    ["aaaaaaaaaaaaaa", /first that are guessed/],
    ["abcabcabcabcab", /first that are guessed/],
    ["123456789012", /first that are guessed/],
    ["zyxwvutsrqponm", /first that are guessed/],
    ["tomas.ferreira@halden.example", /name or e-mail/],
    ["Tomás Ferreira 1", /name or e-mail/],
    ["ferreiraFERREIRA12", /name or e-mail/],
  ])("refuses %j", (password, problem) => expect(passwordProblem(password, owner)).toMatch(problem));
});
