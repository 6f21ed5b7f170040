import { Plus } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { NEW_TEST, settingsAddress } from "./test-settings";

/** For the list of tests. */
export function NewTestLink() {
  return (
    <ButtonLink to={NEW_TEST}>
      <Plus aria-hidden />
      New test
    </ButtonLink>
  );
}

/** For the page of one test of the studio; whoever may not change it gets no page there. */
export function TestSettingsLink({ slug }: { slug: string }) {
  return (
    <ButtonLink to={settingsAddress(slug)} variant="secondary">
      Settings
    </ButtonLink>
  );
}
