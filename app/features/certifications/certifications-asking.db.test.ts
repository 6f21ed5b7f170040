import { beforeAll, expect, it } from "vitest";
import { db } from "~/platform/db/client.server";
import { givenPerson } from "../../../tests/setup/builders";
import {
  foundation,
  givenCompletion,
  givenCourse,
  givenFoundation,
  syncFiles,
} from "../../../tests/setup/given-certification";
import { createTest } from "~/features/assessments/authoring/create-test.server";
import { testsAskedFor } from "./renewal/certifications-asking-for.server";
import { besideTest, certificationsAsking } from "./certifications-asking.server";

beforeAll(async () => {
  await givenFoundation();
  await givenCourse("product");
  await syncFiles({
    "certifications/foundation.yaml": foundation,
    "certifications/choice.yaml": {
      id: "choice",
      title: "A choice",
      edition: "1",
      summary: "Test.",
      requirements: [
        { course: "product" },
        { anyOf: 1, of: [{ assessment: "essentials" }, { course: "conduct" }] },
      ],
    },
    "certifications/waiting.yaml": {
      id: "waiting",
      title: "Waits for its test",
      edition: "1",
      summary: "Test.",
      requirements: [{ assessment: "not-there-yet" }],
    },
  });
});

it("a test names what it counts towards, and the courses beside it with how far somebody is", async () => {
  const person = await givenPerson();
  const foundation = { id: "foundation", title: "Service foundation" };
  const choice = { id: "choice", title: "A choice" };
  expect(await besideTest(person, "essentials")).toEqual({
    certifications: [choice, foundation],
    courses: [
      { slug: "product", title: "Course product", state: "not-started" },
      { slug: "conduct", title: "Course conduct", state: "not-started" },
    ],
  });
  await givenCompletion(person.personId, "conduct");
  const { courses } = await besideTest(person, "essentials");
  expect(courses.map(({ state }) => state)).toEqual(["not-started", "completed"]);
  expect(await certificationsAsking({ course: "conduct" })).toEqual([choice, foundation]);
  expect(await certificationsAsking({ course: "product" })).toEqual([choice]);
  expect(await besideTest(person, "asked-by-none")).toEqual({ certifications: [], courses: [] });
});

it("a course that is for others is not named", async () => {
  const { id: courseId } = await db.course.findUniqueOrThrow({
    where: { slug: "product" },
    select: { id: true },
  });
  await db.courseAudience.create({ data: { courseId, dimension: "job-role", value: "account-executive" } });
  const { courses } = await besideTest(await givenPerson(), "essentials");
  expect(courses.map(({ slug }) => slug)).toEqual(["conduct"]);
});

it("a test of the studio gets no address that a certification waits for", async () => {
  const manager = await givenPerson({ access: "manager" });
  const create = (title: string) => createTest(manager, { title, summary: "S" }, testsAskedFor);
  expect(await create("Not there yet")).toBe("not-there-yet-2");
  expect(await create("Asked for by none")).toBe("asked-for-by-none");
});
