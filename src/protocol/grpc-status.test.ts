import { Problem } from "../core/problem";
import { GrpcCode, GrpcError } from "./grpc-status";

const text = { summary: "s", detail: "d" };

describe("GrpcError.from", () => {
  it.each([
    ["what Terraform sent wrongly", new Problem("invalid_input", text), GrpcCode.invalidArgument, "s: d"],
    ["a bug of the provider's", new Problem("internal", text), GrpcCode.internal, "s: d"],
    ["any other problem", new Problem("unavailable", text), GrpcCode.internal, "s: d"],
  ])("says of %s what it is", (_, caught, code, message) => {
    expect(GrpcError.from(caught)).toMatchObject({ code, message });
  });

  it("can be percent-encoded for the wire, whatever names a damaged state has", () => {
    const error = GrpcError.from(new Problem("invalid_input", { summary: "s", detail: "key \ud800" }));
    expect(encodeURIComponent(error.message)).toBe("s%3A%20key%20%EF%BF%BD");
  });

  it("leaves a status as it is", () => {
    const error = new GrpcError(GrpcCode.unimplemented, "no");
    expect(GrpcError.from(error)).toBe(error);
  });

  it.each([
    ["a foreign error", new SyntaxError("hunter2")],
    ["a thrown string", "hunter2"],
  ])("never passes on the message of %s", (_, caught) => {
    const error = GrpcError.from(caught);
    expect(error.code).toBe(GrpcCode.internal);
    expect(error.message).not.toContain("hunter2");
  });
});
