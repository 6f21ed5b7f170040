import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField, TextArea, TextField } from "./field";

const metadata = {
  id: "form-email",
  name: "email",
  errorId: "form-email-error",
  descriptionId: "form-email-description",
  initialValue: "typed@demo.example",
  errors: ["Give a whole address."],
  required: true,
};
const options = [
  { value: "emea", label: "EMEA" },
  { value: "asia", label: "Asia" },
];

function attribute(html: string, tag: string, name: string): string | undefined {
  const element = new RegExp(`<${tag}\\b[^>]*>`).exec(html)?.[0] ?? "";
  return new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1];
}

describe("a field with Conform metadata", () => {
  const html = renderToStaticMarkup(
    <TextField label="E-mail" hint="Your work address." field={metadata} type="email" />,
  );

  it("ties label, hint and error to the control", () => {
    expect(attribute(html, "label", "for")).toBe("form-email");
    expect(attribute(html, "input", "id")).toBe("form-email");
    expect(attribute(html, "input", "aria-describedby")).toBe("form-email-description form-email-error");
    expect(attribute(html, "input", "aria-invalid")).toBe("true");
    expect(html).toContain('<p id="form-email-description"');
    expect(html).toContain('<p id="form-email-error"');
  });

  it("keeps what was typed", () => {
    expect(attribute(html, "input", "value")).toBe("typed@demo.example");
    expect(attribute(html, "input", "name")).toBe("email");
  });

  it("never sends a password back", () => {
    const password = (
      <TextField label="Password" field={{ ...metadata, initialValue: "secret" }} type="password" />
    );
    expect(renderToStaticMarkup(password)).not.toContain("secret");
  });
});

describe("a field without errors", () => {
  it("claims neither a description nor a fault", () => {
    const html = renderToStaticMarkup(<TextArea label="Reason" name="reason" defaultValue="Wrong person" />);
    expect(html).not.toContain("aria-describedby=");
    expect(html).not.toContain("aria-invalid=");
    expect(html).toContain("Wrong person</textarea>");
  });
});

describe("choices", () => {
  it("selects the value kept", () => {
    const html = renderToStaticMarkup(
      <SelectField label="Region" name="region" options={options} defaultValue="asia" placeholder="All" />,
    );
    expect(html).toContain('<option value="asia" selected="">');
    expect(html).toContain('<option value="">All</option>');
  });

  it("checks every value kept, and one value given alone", () => {
    const field = { ...metadata, errors: undefined };
    const both = renderToStaticMarkup(
      <CheckboxGroup
        label="Regions"
        options={options}
        field={{ ...field, initialValue: ["emea", "asia"] }}
      />,
    );
    const one = renderToStaticMarkup(
      <CheckboxGroup label="Regions" options={options} field={{ ...field, initialValue: "emea" }} />,
    );
    expect(both.match(/checked/g)).toHaveLength(2);
    expect(one.match(/checked/g)).toHaveLength(1);
  });

  it("puts the fault of a radio group on the group, where the attribute is allowed", () => {
    const html = renderToStaticMarkup(<RadioGroup label="Region" options={options} field={metadata} />);
    expect(attribute(html, "fieldset", "aria-invalid")).toBe("true");
    expect(attribute(html, "fieldset", "aria-describedby")).toBe("form-email-error");
    expect(attribute(html, "input", "aria-invalid")).toBeUndefined();
    expect(attribute(html, "input", "id")).toBe("form-email");
  });

  it("ticks a box that was ticked", () => {
    const ticked = <CheckboxField label="Keep me signed in" field={{ ...metadata, initialValue: "on" }} />;
    const clear = (
      <CheckboxField label="Keep me signed in" field={{ ...metadata, initialValue: undefined }} />
    );
    expect(renderToStaticMarkup(ticked)).toContain("checked");
    expect(renderToStaticMarkup(clear)).not.toContain("checked");
  });
});
