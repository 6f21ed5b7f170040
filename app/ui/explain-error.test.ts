import { describe, expect, it } from "vitest";
import { explainError } from "./explain-error";

function thrown(status: number, data: unknown) {
  return { status, statusText: "", internal: false, data };
}

describe("explaining an error", () => {
  it("shows the domain's message and the request's number", () => {
    const explained = explainError(
      thrown(409, { reason: "published", message: "This draft was published at 14:05.", requestId: "r-1" }),
    );
    expect(explained).toMatchObject({
      status: 409,
      message: "This draft was published at 14:05.",
      requestId: "r-1",
    });
    expect(explained.advice).toContain("Nothing was overwritten");
  });

  it("tells nothing of an unexpected error's insides", () => {
    const explained = explainError(new Error("SELECT failed near secret"));
    expect(JSON.stringify(explained)).not.toContain("secret");
    expect(explained.advice).toContain("Nothing you had saved is lost");
  });

  it.each([null, "text", { message: 7 }, { message: "" }])(
    "has words of its own for a 404 with %j",
    (data) => {
      expect(explainError(thrown(404, data)).message).toContain("does not exist");
    },
  );

  it("treats an unknown status as unexpected", () => {
    expect(explainError(thrown(418, null)).title).toBe("Something went wrong on our side");
  });
});
