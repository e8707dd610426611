/** Lets answers of the database that have come meanwhile be taken and the next statements go out. */
export const giveWay = () => new Promise<void>((go) => setImmediate(go));
