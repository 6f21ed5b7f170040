/** Drives the simulated time: two looks of background work a day, and between them everything that people do. */
import { DEFAULT_RULES } from "~/features/notifications/rules/reminder-rule";
import { seededRandom } from "../portal/seeded-random";
import { compareAwards, compareNow, type Compared, type Difference } from "./compare";
import { compareReminders, type Reminded } from "./compare-reminders";
import { DAY, type SimulatedEvent } from "./events";
import { Life } from "./life";
import { MailSink } from "./mail-sink";
import { AppProcess } from "./processes";
import { programmeOf, REGIONS, ZONES } from "./programme";
import { Reference } from "./reference";
import { ReferenceReminders } from "./reference-reminders";

/** A Monday; the two years from it have a 29 February and four changes of clocks. */
const START = new Date("2024-01-08T00:00:00Z");
const PEOPLE_A_TEAM = 20;
/** Before the digest hour in most zones and after it in all of the others. */
const LOOKS = ["06:30", "16:30"];
/** On other days every process believes that it holds the lease. */
const LEASED_DAYS = [true, true, true, false];
/** Days of people in which enough happens by itself; in shorter lives more happens a day. */
const ENOUGH_LIVED = 150_000;

export interface SimulationOptions {
  readonly databaseUrl: string;
  readonly dataDirectory: string;
  readonly people: number;
  readonly days: number;
  readonly processes: number;
  readonly seed: number;
  /** How often everything is compared on the way. */
  readonly checkpoints: number;
  readonly say: (line: string) => void;
}

export interface Simulated {
  readonly checkpoints: readonly Compared[];
  readonly counts: ReadonlyMap<string, number>;
  readonly refused: readonly string[];
  readonly awards: Difference;
  readonly reminders: Reminded;
  readonly unsound: readonly string[];
}

export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const sink = new MailSink();
  const settings = {
    DATABASE_URL: options.databaseUrl,
    DATA_DIR: options.dataDirectory,
    SMTP_URL: await sink.start(),
    BASE_URL: "http://localhost:3000",
    LOG_LEVEL: "warn",
  };
  const processes = Array.from({ length: options.processes }, () => new AppProcess(settings));
  try {
    return await new Simulation(options, processes, sink).run();
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
    await sink.stop();
  }
}

class Simulation {
  readonly #reference = new Reference([...DEFAULT_RULES]);
  /** Who leads which team. */
  readonly #leaders = new Map<string, string>();
  readonly #managers = new Set<string>();
  readonly #reminders = new ReferenceReminders(this.#reference, this.#managers);
  readonly #random;
  readonly #counts = new Map<string, number>();
  readonly #refused: string[] = [];
  readonly #teams: { team: string; region: string }[];
  readonly #liveliness: number;

  constructor(
    private readonly options: SimulationOptions,
    private readonly processes: readonly AppProcess[],
    private readonly sink: MailSink,
  ) {
    const { people, days, seed } = options;
    this.#random = seededRandom(seed);
    this.#liveliness = Math.min(20, Math.max(1, ENOUGH_LIVED / (people * days)));
    this.#teams = Array.from(
      { length: Math.max(REGIONS.length, Math.ceil(people / PEOPLE_A_TEAM)) },
      (_, index) => ({
        team: `team-${index}`,
        region: REGIONS[index % REGIONS.length]!,
      }),
    );
  }

  async run(): Promise<Simulated> {
    const { people, days, say } = this.options;
    const programme = programmeOf(START, days);
    const certifications = programme.flatMap((each) => (each.kind === "certify" ? each.definition.id : []));
    const leading = REGIONS.map((region) => ({ team: leadersOf(region), region }));
    await this.#first.do("found", {
      at: new Date(START.getTime() - DAY),
      teams: [...this.#teams, ...leading],
      certifications: [...new Set(certifications)],
    });
    const jobs = await this.#first.do("jobs", null);
    const hourly = jobs.filter(({ everySeconds }) => everySeconds >= 3_600).map(({ name }) => name);
    const all = jobs.map(({ name }) => name);
    const often = all.filter((name) => !hourly.includes(name));
    const teams = this.#teams.map(({ team }) => team);
    const company = { people, days, teams, liveliness: this.#liveliness };
    const life = new Life(company, this.#reference, this.#random, this.#leaders);
    const checkpoints: Compared[] = [];
    const every = Math.ceil(days / this.options.checkpoints);

    for (let day = 0; day < days; day++) {
      const midnight = START.getTime() + day * DAY;
      const within = ({ at }: SimulatedEvent) => at.getTime() >= midnight && at.getTime() < midnight + DAY;
      const [morning, evening] = LOOKS.map(
        (time) => new Date(`${new Date(midnight).toISOString().slice(0, 10)}T${time}:00Z`),
      ) as [Date, Date];
      const leased = LEASED_DAYS[day % LEASED_DAYS.length]!;
      await this.#look(morning, often, leased);
      const everybody = [...programme.filter(within), ...this.#leaderChanges(morning, day)];
      await this.#live(everybody, life, morning, day);
      await this.#look(evening, all, leased);
      if ((day + 1) % every === 0 || day === days - 1) {
        /* A run that was used up while others were opened is followed by the next one within the hour. */
        await this.#first.do("background", { names: ["due-cycles"], at: evening, leased: false });
        const before = checkpoints.map(({ moment }) => moment);
        const compared = await compareNow(
          this.#first,
          this.#reference,
          regionOf(this.#teams),
          evening,
          before,
        );
        checkpoints.push(compared);
        say(
          `Day ${day + 1} of ${days}: ${this.sink.received.length} mails; ${compared.differences.length} people's certifications differ, ${this.#refused.length} events were refused.`,
        );
      }
    }
    return {
      checkpoints,
      counts: this.#counts,
      refused: this.#refused,
      awards: await compareAwards(this.#first, this.#reference),
      reminders: compareReminders(
        this.#reminders.due,
        await this.#first.do("reminders", null),
        this.sink.received,
      ),
      unsound: await this.#first.do("unsound", null),
    };
  }

  get #first(): AppProcess {
    return this.processes[0]!;
  }

  async #live(everybody: SimulatedEvent[], life: Life, t: Date, day: number): Promise<void> {
    const lanes = life.dayOf(t, day);
    for (const event of [...everybody, ...lanes.flat()]) {
      this.#reference.apply(event);
      this.#counts.set(event.kind, (this.#counts.get(event.kind) ?? 0) + 1);
    }
    if (everybody.length > 0) this.#refused.push(...(await this.#first.do("live", everybody)));
    if (lanes.length === 0) return;
    const shares = this.processes.map((_, index) =>
      lanes.filter((_, lane) => lane % this.processes.length === index).flat(),
    );
    const refused = await Promise.all(this.processes.map((each, index) => each.do("live", shares[index]!)));
    this.#refused.push(...refused.flat());
  }

  /**
   * Everything that waits in the background, by all processes at the same moment. They wait for each other only where the
   * order decides what somebody is told: what was earned is awarded before reminders are worked out.
   */
  async #look(at: Date, jobs: readonly string[], leased: boolean): Promise<void> {
    this.sink.moment = at;
    const place = jobs.indexOf("reminders");
    const parts = [[...jobs.slice(0, place), "outbox"], ["reminders", "outbox"], jobs.slice(place + 1)];
    for (const names of parts)
      await Promise.all(this.processes.map((each) => each.do("background", { names, at, leased })));
    this.#reference.award(at);
    this.#reminders.tick(at);
  }

  /** On the first day all teams get who leads them; later somebody new takes over now and then. */
  #leaderChanges(t: Date, day: number): SimulatedEvent[] {
    const at = (minutes: number) => new Date(t.getTime() + (120 + minutes) * 60_000);
    const hire = (person: string, region: string, leads: string | null): SimulatedEvent => {
      this.#managers.add(person);
      const [jobRole, timeZone] = ["sales-manager", this.#random.pick(ZONES)];
      return { kind: "hire", at: at(0), person, jobRole, team: leadersOf(region), timeZone, leads };
    };
    if (day === 0) {
      const led = [...this.#teams, ...REGIONS.map((region) => ({ team: leadersOf(region), region }))];
      return led.map(({ team, region }) => {
        this.#leaders.set(`leads-${team}`, team);
        return hire(`leads-${team}`, region, team);
      });
    }
    const weekend = [0, 6].includes(t.getUTCDay());
    if (weekend || this.#random.next() > this.#teams.length * 0.0005 * this.#liveliness) return [];
    const { team, region } = this.#random.pick(this.#teams);
    const [before] = [...this.#leaders].find(([, of]) => of === team)!;
    const after = `leads-${team}-from-${day}`;
    this.#leaders.delete(before);
    this.#leaders.set(after, team);
    return [
      hire(after, region, null),
      { kind: "hand-over", at: at(10), person: before, team, to: after },
      ...(this.#random.next() < 0.5
        ? [{ kind: "leave", at: at(20), person: before, lastDay: t.toISOString().slice(0, 10) } as const]
        : []),
    ];
  }
}

function leadersOf(region: string): string {
  return `leaders-${region}`;
}

function regionOf(teams: readonly { team: string; region: string }[]): ReadonlyMap<string, string> {
  return new Map([
    ...teams.map(({ team, region }) => [team, region] as const),
    ...REGIONS.map((region) => [leadersOf(region), region] as const),
  ]);
}
