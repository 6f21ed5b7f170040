import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { RadioGroup, SelectField } from "~/ui/field";
import type { Theme } from "~/ui/theme";

export function TimeZoneForm({
  timeZone,
  zones,
  error,
}: {
  timeZone: string;
  zones: readonly string[];
  error: string | undefined;
}) {
  return (
    <Form method="post" preventScrollReset className="flex max-w-md flex-wrap items-end gap-3">
      <input type="hidden" name="form" value="time-zone" />
      <SelectField
        label="Time zone"
        name="timeZone"
        hint="Dates and deadlines are shown in it."
        defaultValue={timeZone}
        options={[...new Set([timeZone, ...zones])]
          .sort()
          .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        errors={error ? [error] : []}
        className="grow"
      />
      <Button variant="secondary">Save the time zone</Button>
    </Form>
  );
}

export function ThemeForm({ theme }: { theme: Theme }) {
  return (
    <Form method="post" reloadDocument className="grid gap-3">
      <input type="hidden" name="form" value="theme" />
      <RadioGroup
        label="Colours"
        name="theme"
        inline
        defaultValue={theme}
        options={[
          { value: "system", label: "As the device" },
          { value: "light", label: "Light" },
          { value: "dark", label: "Dark" },
        ]}
      />
      <Button variant="secondary" className="justify-self-start">
        Save the colours
      </Button>
    </Form>
  );
}
