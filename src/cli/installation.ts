/** What a command may know of the copy of entrascim that it is part of, and of the machine. */
export interface Installation {
  /** Version of this package, which is also the provider's. */
  readonly version: string;
  /** The folder of the provider's package: its executable and what belongs to it. */
  readonly providerDirectory: string;
  /** The user's home folder. */
  readonly home: string;
  /** Node's name of the operating system. */
  readonly platform: string;
  /** Node's name of the kind of processor. */
  readonly arch: string;
}
