/** How bytes were written as letters. ISO 32000-1, 7.4.2 and 7.4.3. */
export type Armour = "base-85" | "hex";

/** Turns letters back into bytes, however they come; what is no letter of it is passed over. */
export class Unarmourer {
  readonly #armour: Armour;
  #digits: number[] = [];
  #isDone = false;

  constructor(armour: Armour) {
    this.#armour = armour;
  }

  add(piece: Buffer): Buffer {
    const bytes: number[] = [];
    for (const letter of piece) {
      if (this.#isDone) break;
      if (letter === (this.#armour === "hex" ? 0x3e : 0x7e)) bytes.push(...this.end());
      else this.#take(letter, bytes);
    }
    return Buffer.from(bytes);
  }

  /** The last bytes, of a group that is not full. */
  end(): Buffer {
    const digits = this.#digits;
    const missing = (this.#armour === "hex" ? 2 : 5) - digits.length;
    this.#isDone = true;
    this.#digits = [];
    if (digits.length === 0) return Buffer.alloc(0);
    if (this.#armour === "hex") return Buffer.from([(digits[0] ?? 0) * 16]);
    return fourOf([...digits, ...Array.from({ length: missing }, () => 84)]).subarray(0, 4 - missing);
  }

  #take(letter: number, bytes: number[]): void {
    if (this.#armour === "hex") {
      const digit = Number.parseInt(String.fromCharCode(letter), 16);
      if (Number.isNaN(digit)) return;
      this.#digits.push(digit);
      if (this.#digits.length < 2) return;
      bytes.push((this.#digits[0] ?? 0) * 16 + digit);
    } else {
      // A group of zeros is a single z.
      if (letter === 0x7a && this.#digits.length === 0) bytes.push(0, 0, 0, 0);
      if (letter < 0x21 || letter > 0x75) return;
      this.#digits.push(letter - 0x21);
      if (this.#digits.length < 5) return;
      bytes.push(...fourOf(this.#digits));
    }
    this.#digits = [];
  }
}

function fourOf(digits: readonly number[]): Buffer {
  const value = digits.reduce((sum, digit) => sum * 85 + digit, 0) % 2 ** 32;
  const four = Buffer.alloc(4);
  four.writeUInt32BE(value);
  return four;
}
