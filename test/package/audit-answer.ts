import * as z from 'zod';

/** The parts of `npm audit --json` that we read. */
const audit = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      severity: z.string(),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string().optional() })])),
    }),
  ),
});

/** A package with a known vulnerability. */
export interface Vulnerable {
  readonly name: string;
  readonly severity: string;
  /** What is known, in the words of those who found it; empty where it only comes with another package. */
  readonly titles: readonly string[];
}

/** What the registry said: packages, perhaps none; or nothing about them, and why. */
export type AuditAnswer = { readonly vulnerable: readonly Vulnerable[] } | { readonly noAnswer: string };

const failure = z.object({ message: z.string() });

/** Reads what `npm audit --json` printed. A registry that isn't there, or offers no audits, has not answered. */
export function auditAnswer(printed: string): AuditAnswer {
  const answer = parsed(printed);
  const { data } = audit.safeParse(answer);
  if (data === undefined) return { noAnswer: failure.safeParse(answer).data?.message ?? printed.trim() };
  return {
    vulnerable: Object.entries(data.vulnerabilities).map(([name, { severity, via }]) => ({
      name,
      severity,
      titles: via.flatMap((one) => (typeof one === 'string' ? [] : [one.title])),
    })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
