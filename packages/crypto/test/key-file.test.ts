import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { base64UrlEncode } from "../src/index.ts";
import {
  ed25519KeyPairFromSeed,
  readKeyFile,
  sealKeyFile,
  signEd25519,
  verifyEd25519,
  writeKeyFile,
} from "../src/node/index.ts";

const key = ed25519KeyPairFromSeed(new Uint8Array(32).fill(11));
const other = ed25519KeyPairFromSeed(new Uint8Array(32).fill(12));
let directory = "";
let path = "";

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "cartorio-key-"));
  path = join(directory, "node.key");
});
afterEach(() => rm(directory, { recursive: true, force: true }));

describe("key files", () => {
  it("keep a key that only the owner can read", async () => {
    await writeKeyFile(path, key);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readKeyFile(path)).toEqual(key);
    const message = Uint8Array.of(1, 2);
    const signature = signEd25519(await readKeyFile(path), message);
    expect(verifyEd25519(key.publicKey, message, signature)).toBe(true);
    expect(await readdir(directory)).toEqual(["node.key"]);
    const content = JSON.parse(await readFile(path, "utf8"));
    expect(Object.keys(content)).toEqual(["format", "kind", "publicKey", "secretKey"]);
    expect(content.format).toBe("cartorio-key/1");
    expect(content.publicKey).toMatch(/^z6Mk/);
  });

  it("are never overwritten", async () => {
    await writeKeyFile(path, key);
    await expect(writeKeyFile(path, other)).rejects.toMatchObject({ code: "KEY_FILE_EXISTS" });
    expect(await readKeyFile(path)).toEqual(key);
  });

  it.each([0o640, 0o604, 0o620, 0o777])("are refused with mode %o", async (mode) => {
    await writeKeyFile(path, key);
    await chmod(path, mode);
    await expect(readKeyFile(path)).rejects.toMatchObject({
      code: "KEY_FILE_PERMISSIONS",
      message: expect.stringContaining("chmod 600"),
    });
  });

  it("are refused when the public key is another one, without telling the secret", async () => {
    await writeKeyFile(path, key);
    const content = JSON.parse(await readFile(path, "utf8"));
    content.secretKey = base64UrlEncode(other.secretKey);
    await writeFile(path, JSON.stringify(content));
    const failure = readKeyFile(path);
    await expect(failure).rejects.toMatchObject({ code: "KEY_FILE_CORRUPT", name: "CryptoError" });
    await expect(failure).rejects.not.toThrow(content.secretKey);
  });

  it("are refused when any field is missing, unknown or of another form", async () => {
    await writeKeyFile(path, key);
    const good = JSON.parse(await readFile(path, "utf8"));
    const bad: readonly unknown[] = [
      null,
      [],
      "text",
      {},
      { ...good, format: "cartorio-key/2" },
      { ...good, kind: "p256" },
      { ...good, kind: 1 },
      { ...good, publicKey: "z6Mk" },
      { ...good, publicKey: null },
      { ...good, secretKey: `${good.secretKey}=` },
      { ...good, secretKey: base64UrlEncode(new Uint8Array(31)) },
      { ...good, secretKey: 7 },
      { ...good, comment: "hello" },
      { format: good.format, kind: good.kind, publicKey: good.publicKey },
    ];
    for (const content of bad) {
      await writeFile(path, JSON.stringify(content));
      await expect(readKeyFile(path)).rejects.toMatchObject({ code: "KEY_FILE_CORRUPT" });
    }
    for (const text of ["", "{", JSON.stringify(good).slice(0, -3), " ".repeat(5000)]) {
      await writeFile(path, text);
      await expect(readKeyFile(path)).rejects.toMatchObject({ code: "KEY_FILE_CORRUPT" });
    }
  });

  it("name what the operating system refused", async () => {
    await expect(readKeyFile(path)).rejects.toMatchObject({ code: "KEY_FILE_MISSING" });
    const folder = join(directory, "folder");
    await mkdir(folder, { mode: 0o700 });
    await expect(readKeyFile(folder)).rejects.toMatchObject({ code: "KEY_FILE_CORRUPT" });
    const nowhere = join(directory, "missing", "node.key");
    await expect(writeKeyFile(nowhere, key)).rejects.toMatchObject({ code: "KEY_FILE_IO" });
    await writeKeyFile(path, key);
    const below = join(path, "node.key");
    await expect(readKeyFile(below)).rejects.toMatchObject({ code: "KEY_FILE_IO" });
  });
});

/** Each opening costs half a second of one core, more on a busy machine. */
describe("sealed key files", { timeout: 60_000 }, () => {
  const passphrase = "correct horse battery staple";
  // Made by a program of its own: scrypt of OpenSSL, XChaCha20-Poly1305 written out after the draft and
  // checked against its vector A.3.1.
  const published = {
    format: "cartorio-key/2",
    kind: "ed25519",
    publicKey: "z6MkmNL6xksdEJENGk9Z1qqGsY5njKQdjU1UhnUEUvWyQUVX",
    salt: "AAECAwQFBgcICQoLDA0ODw",
    nonce: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX",
    sealedKey: "L4mj_K3NUAIvN9bu1EhONb91sLKxgNFt228oEekUjJyGsVHKypHFVKEUSVxVka31",
  };
  const given = (text: string) => () => Promise.resolve(text);

  it("open by their passphrase, whichever way its letters are typed", async () => {
    await writeKeyFile(path, key, "senha da Concei\u00e7\u00e3o");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const content = JSON.parse(await readFile(path, "utf8"));
    expect(content).toMatchObject({ format: "cartorio-key/2", kind: "ed25519" });
    expect(JSON.stringify(content)).not.toContain(base64UrlEncode(key.secretKey));
    expect(await readKeyFile(path, given("senha da Conceic\u0327a\u0303o"))).toEqual(key);
  });

  it("say that they are sealed, and ask for nothing if they are not", async () => {
    const asked = () => Promise.reject(new Error("asked"));
    await writeKeyFile(path, key);
    expect(await readKeyFile(path, asked)).toEqual(key);
    const sealed = join(directory, "sealed.key");
    await writeKeyFile(sealed, key, passphrase);
    await expect(readKeyFile(sealed)).rejects.toMatchObject({ code: "KEY_FILE_SEALED" });
    await expect(readKeyFile(sealed, asked)).rejects.toThrow("asked");
  });

  it("do not open by another passphrase, nor once any field was altered", async () => {
    await writeKeyFile(path, key, passphrase);
    const wrong = readKeyFile(path, given(`${passphrase} `));
    await expect(wrong).rejects.toMatchObject({ code: "KEY_FILE_PASSPHRASE" });
    const good = JSON.parse(await readFile(path, "utf8"));
    const second = join(directory, "second.key");
    await writeKeyFile(second, other, passphrase);
    const donor = JSON.parse(await readFile(second, "utf8"));
    for (const field of ["publicKey", "salt", "nonce", "sealedKey"]) {
      await writeFile(path, JSON.stringify({ ...good, [field]: donor[field] }));
      const failure = readKeyFile(path, given(passphrase));
      await expect(failure).rejects.toMatchObject({ code: "KEY_FILE_PASSPHRASE" });
    }
    const forms: readonly unknown[] = [
      { ...good, secretKey: base64UrlEncode(key.secretKey) },
      { ...good, format: "cartorio-key/1" },
      { ...good, format: "cartorio-key/3" },
      { ...good, salt: "" },
      { ...good, nonce: base64UrlEncode(new Uint8Array(12)) },
      { ...good, sealedKey: base64UrlEncode(key.secretKey) },
      { ...good, kind: "p256" },
      { ...good, nonce: 7 },
    ];
    for (const content of forms) {
      await writeFile(path, JSON.stringify(content));
      const failure = readKeyFile(path, given(passphrase));
      await expect(failure).rejects.toMatchObject({ code: "KEY_FILE_CORRUPT" });
    }
  });

  it("are made of open ones in one step, which leaves nothing beside them", async () => {
    await writeKeyFile(path, key);
    expect(await sealKeyFile(path, passphrase)).toEqual(key);
    expect(await readKeyFile(path, given(passphrase))).toEqual(key);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(directory)).toEqual(["node.key"]);
    const again = sealKeyFile(path, passphrase);
    await expect(again).rejects.toMatchObject({ code: "KEY_FILE_SEALED" });
    // What an earlier attempt left is for people to look at, and the key stays as it is.
    const second = join(directory, "second.key");
    await writeKeyFile(second, other);
    await writeFile(`${second}.sealing`, "left behind");
    const blocked = sealKeyFile(second, passphrase);
    await expect(blocked).rejects.toMatchObject({ code: "KEY_FILE_EXISTS" });
    expect(await readKeyFile(second)).toEqual(other);
  });

  it("two of one key and passphrase have nothing secret in common", async () => {
    const second = join(directory, "second.key");
    await writeKeyFile(path, key, passphrase);
    await writeKeyFile(second, key, passphrase);
    const [left, right] = await Promise.all(
      [path, second].map(async (file) => JSON.parse(await readFile(file, "utf8"))),
    );
    for (const field of ["salt", "nonce", "sealedKey"]) expect(left[field]).not.toBe(right[field]);
  });

  it("one made by another implementation opens", async () => {
    await writeFile(path, JSON.stringify(published), { mode: 0o600 });
    expect(await readKeyFile(path, given(passphrase))).toEqual(key);
  });
});
