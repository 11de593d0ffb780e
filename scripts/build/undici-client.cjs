/*
 * What the provider uses of undici: its index loads fetch, websockets, mocks and caches with it, three times as much,
 * in each process that makes a request.
 */
const Dispatcher = require("undici/lib/dispatcher/dispatcher");

// As undici's own index does it.
Object.assign(Dispatcher.prototype, require("undici/lib/api"));

module.exports = {
  Agent: require("undici/lib/dispatcher/agent"),
  ProxyAgent: require("undici/lib/dispatcher/proxy-agent"),
};
