import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeFrom, normaliseCode } from "./award-code";

describe("the code of a certificate", () => {
  it("is four groups of four from an alphabet without look-alikes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = codeFrom(bytes);
        expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(normaliseCode(code)).toBe(code);
        expect(normaliseCode(code.toLowerCase().replaceAll("-", ""))).toBe(code);
      }),
    );
  });

  it("is found although someone read O for 0 and I or l for 1", () => {
    expect(normaliseCode(" 7k3m 9qxz–4OtB.vWiL ")).toBe("7K3M-9QXZ-40TB-VW11");
  });

  it.each(["", "7K3M", "7K3M-9QXZ-40TB-VW2U", "7K3M-9QXZ-40TB-VW2N-0", "<script>", "ｗ".repeat(16)])(
    "is not %j",
    (typed) => {
      expect(normaliseCode(typed)).toBeNull();
    },
  );
});
