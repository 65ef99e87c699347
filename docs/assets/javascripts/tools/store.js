// What a reader has answered in the tools. It lives in memory. It is kept on the device only if the reader
// says so, and stands in an address only after "#", which no browser sends to a server. Both hold the same
// text. What comes from either is checked, and taken whole or not at all: half a list of conditions would
// be worse than none.

const VERSION = 1;
const MARK = "#answers=";
const KEY = `${new URL("../../..", import.meta.url).pathname}.answers`;
const MOST_CHARACTERS = 60_000;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** @typedef {(value: unknown) => boolean} Check */

/** @type {Check} */
const isId = (value) => typeof value === "string" && value.length <= 60 && ID.test(value);
/** @type {(most: number) => Check} */
const isText = (most) => (value) => typeof value === "string" && value.length <= most;
/** @type {Check} */
const isWhole = (value) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10 ** 10;
/** @type {Check} */
const isDay = (value) =>
  typeof value === "string" && /^2\d{3}-\d\d-\d\d$/.test(value) && Boolean(new Date(value).toJSON()?.startsWith(value));
/** @type {Check} */
const areIds = (value) =>
  Array.isArray(value) && value.length <= 99 && value.every(isId) && new Set(value).size === value.length;
/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isPlain = (value) => typeof value === "object" && value !== null && value.constructor === Object;
/** @type {(fields: Record<string, {holds: Check}>) => Check} */
const isOf = (fields) => (value) =>
  isPlain(value) &&
  Object.entries(value).every(([name, inner]) => Object.prototype.hasOwnProperty.call(fields, name) && fields[name].holds(inner));

/** The longest text of each kind, in characters. */
export const MOST = { name: 40, note: 200, goal: 160, sessions: 60, stop: 160, therapists: 3 };

/** @typedef {Record<string, {empty: unknown, holds: Check}>} Fields */

/** @type {Fields} */
const THERAPIST = {
  name: { empty: "", holds: isText(MOST.name) },
  checked: { empty: [], holds: areIds },
  signs: { empty: [], holds: areIds },
  notes: {
    empty: {},
    holds: (value) =>
      isPlain(value) &&
      Object.entries(value).every(([id, note]) => isId(id) && isText(MOST.note)(note)),
  },
};

/** @type {Record<string, {holds: Check}>} */
const ESTIMATE = {
  country: { holds: isId },
  visits: { holds: isWhole },
  each: { holds: isWhole },
  total: { holds: isWhole },
};

/** @typedef {{name: string, checked: string[], signs: string[], notes: Record<string, string>}} Therapist */
/**
 * What the calculator made of a course: visits, and money in minor units. All of it or nothing.
 * @typedef {{country?: string, visits?: number, each?: number, total?: number}} Estimate
 */
/**
 * What a reader has answered.
 * @typedef {object} All
 * @property {string[]} conditions
 * @property {string[]} matters
 * @property {string[]} questions
 * @property {string} goal
 * @property {string} sessions
 * @property {string} stop
 * @property {string} lookBack
 * @property {string} country
 * @property {Estimate} estimate
 * @property {Therapist[]} therapists
 */

/** @type {Fields} */
const FIELDS = {
  conditions: { empty: [], holds: areIds },
  matters: { empty: [], holds: areIds },
  questions: { empty: [], holds: areIds },
  goal: { empty: "", holds: isText(MOST.goal) },
  sessions: { empty: "", holds: isText(MOST.sessions) },
  stop: { empty: "", holds: isText(MOST.stop) },
  lookBack: { empty: "", holds: isDay },
  country: { empty: "", holds: isId },
  estimate: {
    empty: {},
    holds: (value) => isPlain(value) && isOf(ESTIMATE)(value) && Object.keys(value).length === Object.keys(ESTIMATE).length,
  },
  therapists: {
    empty: [{}],
    holds: (value) =>
      Array.isArray(value) && value.length >= 1 && value.length <= MOST.therapists && value.every(isOf(THERAPIST)),
  },
};

/**
 * @template T
 * @param {T} value
 * @returns {T}
 */
const copyOf = (value) => JSON.parse(JSON.stringify(value));

/**
 * @param {Fields} fields
 * @param {Record<string, unknown>} [given]
 * @returns {Record<string, unknown>}
 */
const whole = (fields, given = {}) =>
  Object.fromEntries(Object.entries(fields).map(([name, { empty }]) => [name, copyOf(given[name] ?? empty)]));

/** @type {Check} */
const isEmpty = (value) => value === "" || (typeof value === "object" && value !== null && Object.values(value).every(isEmpty));

const therapist = (given = {}) => /** @type {Therapist} */ (whole(THERAPIST, given));

/** A therapist of whom nothing is noted yet. */
export const newTherapist = () => therapist();

const complete = (given = {}) => {
  const all = /** @type {All} */ (whole(FIELDS, given));
  all.therapists = all.therapists.map(therapist);
  return all;
};

/**
 * Answers as text; what is empty is left out.
 * @param {Partial<All>} answers
 */
export const write = (answers) =>
  JSON.stringify({ v: VERSION, ...answers }, function (name, value) {
    return name && !Array.isArray(this) && isEmpty(value) ? undefined : value;
  });

/**
 * Answers from text, or nothing if it is not what `write` gives.
 * @param {string} text
 */
export const read = (text) => {
  try {
    if (text.length > MOST_CHARACTERS) return undefined;
    const { v, ...given } = JSON.parse(text);
    return v === VERSION && isOf(FIELDS)(given) ? complete(given) : undefined;
  } catch {
    return undefined;
  }
};

const fromAddress = () => {
  try {
    return read(decodeURIComponent(location.hash.slice(MARK.length)));
  } catch {
    return undefined; // not even percent-encoded text
  }
};

const fromDevice = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is refused
  }
};

/** The answers of this page. It fires "change" whenever they, or where they are kept, have changed. */
class Answers extends EventTarget {
  value = complete();
  /** Whether they are kept on this device. */
  kept = false;
  /** Whether they came with a link, and the device holds others. */
  besideKept = false;
  /** What went wrong: "link" or "device" could not be read, or it could not be kept: "keep". */
  trouble = "";

  constructor() {
    super();
    this.#open();
    addEventListener("hashchange", () => location.hash.startsWith(MARK) && this.#open());
    addEventListener("storage", ({ key }) => (key === KEY || key === null) && this.#follow());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
  }

  /** Whether nothing is ticked and nothing typed. */
  get empty() {
    return isEmpty(this.value);
  }

  /** What stands after "#" in a link that carries the answers to another page. */
  get fragment() {
    return this.empty ? "" : MARK + encodeURIComponent(write(this.value));
  }

  /**
   * Change the answers by a function that gets them.
   * @param {(all: All) => void} alter
   */
  change(alter) {
    alter(this.value);
    if (this.kept) this.#keep();
    else if (location.hash.startsWith(MARK)) this.#showInAddress(this.fragment);
    this.#tell();
  }

  /**
   * Keep the answers on this device from now on, or take them off it.
   * @param {boolean} wanted
   */
  keep(wanted) {
    this.trouble = "";
    if (wanted) this.#keep();
    else this.#takeOff();
    this.#tell();
  }

  /** Clear the answers here, on the device and in the address. */
  forget() {
    this.#takeOff();
    this.#set(undefined, {});
    if (location.hash.startsWith(MARK)) this.#showInAddress("");
    this.#tell();
  }

  #open() {
    const kept = fromDevice();
    if (location.hash.startsWith(MARK)) {
      const given = fromAddress();
      this.#set(given, { besideKept: kept !== null, trouble: given ? "" : "link" });
    } else if (kept !== null) {
      this.#takeOver(kept);
    }
    this.#tell();
  }

  /** Another tab, or a page visited since, has kept or forgotten the answers. */
  #follow() {
    const kept = fromDevice();
    if (kept === null && this.kept) this.#set(undefined, {});
    else if (kept !== null && (this.kept || this.empty)) this.#takeOver(kept);
    else return;
    this.#tell();
  }

  /** @param {string} kept */
  #takeOver(kept) {
    const given = read(kept);
    this.#set(given, { kept: Boolean(given), trouble: given ? "" : "device" });
  }

  /**
   * @param {All | undefined} given
   * @param {{kept?: boolean, besideKept?: boolean, trouble?: string}} about
   */
  #set(given, { kept = false, besideKept = false, trouble = "" }) {
    Object.assign(this, { value: given ?? complete(), kept, besideKept, trouble });
  }

  #keep() {
    try {
      localStorage.setItem(KEY, write(this.value));
      Object.assign(this, { kept: true, besideKept: false });
      if (location.hash.startsWith(MARK)) this.#showInAddress("");
    } catch {
      Object.assign(this, { kept: false, trouble: "keep" }); // storage is full or refused
    }
  }

  #takeOff() {
    this.kept = this.besideKept = false;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // Storage is refused: it holds nothing.
    }
  }

  /** @param {string} fragment */
  #showInAddress(fragment) {
    history.replaceState(history.state, "", location.pathname + location.search + fragment);
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

export const answers = new Answers();
