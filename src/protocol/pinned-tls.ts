import { constants } from "node:crypto";
import { createServer, type Server, type TLSSocket, type TlsOptions } from "node:tls";
import type { Certificate } from "./certificate";

/**
 * A TLS server that hands on connections of one client alone: the one that proved to hold the key of exactly this
 * certificate (DER). All others are closed before a byte of theirs is read.
 *
 * The certificate is compared instead of being made a trusted authority, since that would also admit whatever it
 * signed, and would make Node 20 load every root certificate it knows.
 */
export function createPinnedTlsServer(
  certificate: Certificate,
  clientCertificate: Uint8Array,
  onClient: (socket: TLSSocket) => void,
): Server {
  const options: TlsOptions = {
    key: certificate.key,
    cert: certificate.cert,
    ca: [],
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: "TLSv1.2",
    ALPNProtocols: ["h2"],
    // A client connects once; what it proved then must not change later in the connection.
    secureOptions: constants.SSL_OP_NO_TICKET | constants.SSL_OP_NO_RENEGOTIATION,
  };
  return createServer(options, (socket) => {
    socket.on("error", () => socket.destroy());
    if (isClient(socket, clientCertificate)) onClient(socket);
    else socket.destroy();
  });
}

function isClient(socket: TLSSocket, certificate: Uint8Array): boolean {
  return socket.getPeerX509Certificate()?.raw.equals(certificate) ?? false;
}
