/** Reads the time and waits. Passed to whatever does either, so that tests need not wait. */
export type Clock = {
    /** The time of day, for reports and for comparing with other clocks. It may jump. */
    now(): Date;
    /** Milliseconds since some fixed moment; never jumps and never goes back. */
    elapsed(): number;
    /** Waits this many milliseconds; an aborted signal ends the wait early, without an error. */
    sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
};
/** The machine's own clock. */
export declare const SYSTEM_CLOCK: Clock;
