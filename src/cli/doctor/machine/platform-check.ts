import { terraformPlatform } from "../../terraform/terraform-platform";
import type { Check } from "../check";
import { ok } from "../finding";

/** The operating system and processor. */
export const platformCheck: Check = {
  id: "platform",
  group: "Machine",
  title: "the platform",
  run({ installation: { platform, arch } }) {
    return [ok(`The provider runs on this platform, ${terraformPlatform(platform, arch)}.`)];
  },
};
