package dev.amends.measure;
import dev.amends.callcentre.*;
import java.nio.file.*;
import java.util.concurrent.atomic.*;
import java.time.*;
final class Turns {
    public static void main(String[] args) throws Exception {
        Ports ports = new Ports(3000);
        Path run = Path.of("/root/.cache/amends/run-3000");
        PrivatePbx p = new PrivatePbx(ports, run, Path.of("asterisk-conf/sounds/en/amends"), "scripts/bench");
        p.start();
        Path dir = run.resolve("bench"); Files.createDirectories(dir);
        long s = System.nanoTime();
        Path db = dir.resolve("amends.db");
        if (Boolean.getBoolean("past")||!Files.exists(db)) Past.write(db, Instant.now());
        System.out.println("past " + (System.nanoTime()-s)/1000000 + " ms, " + Files.size(db)/1000000 + " MB");
        SettingsText t = SettingsText.forPbx(ports, p, db);
        if (args.length>1) t.number("lines.support.offer_when_waiting", 1000000);
        Path toml = dir.resolve("amends.toml"); t.write(toml);
        Path out = dir.resolve("out.txt"); Files.deleteIfExists(out);
        AtomicInteger n = new AtomicInteger();
        java.util.function.Supplier<Asked> key = () -> { int i = n.incrementAndGet() % 200; return new Asked("waiting","1:waiting:ordinary:1795292012000:0:1:0","*",Past.number(i*100),"1795292012."+i,"ask"); };
        String base = Long.toString(System.currentTimeMillis()/1000);
        java.util.function.Supplier<Asked> arrival = () -> { int i = n.incrementAndGet(); return new Asked("arrival","","",Past.number(i*7919%100000),base+"."+i,args.length>1?"join":"ask"); };
        java.util.function.Supplier<Asked> promise = () -> { int i = n.incrementAndGet(); return new Asked("number","1:number:ordinary:1795292012000:0:3:0","1",Past.fresh(i),base+"."+i,"goodbye"); };
        Process[] pr=new Process[1];
        try (AmendsProcess a = AmendsProcess.start(toml, out)) {
            System.out.println("amends pid " + a.pid());
            java.net.InetSocketAddress at = new java.net.InetSocketAddress("127.0.0.1", ports.agi());
            Rival stock = Rival.stock(), bare=Rival.bare();
            for (String what : args[0].split(",")) {
              var q = what.equals("key") || what.equals("stock")|| what.equals("bare") ? key : what.equals("arrival") ? arrival : promise;
              MockPbx pbx = new MockPbx(what.equals("stock")?stock.address():what.equals("bare")?bare.address():at, p.key(), q);
              int conns = what.equals("promise1") ? 1 : Integer.getInteger("conns", 16);
              for (int i=0;i<Integer.getInteger("rounds",3);i++){
              CpuClock cpu = new CpuClock(what.equals("stock")?stock.process().pid():what.equals("bare")?bare.process().pid():a.pid()); Duration c0=cpu.used();
              Tally x = pbx.closedLoop(conns, Duration.ofSeconds(Integer.getInteger("sec",2)));
              System.out.printf("%s %.0f/s wrong %d %s p50 %.2f p99 %.2f cpu us/turn %.0f%n", what, x.perSecond(), x.wrong(), x.complaints(), x.millis(.5), x.millis(.99), cpu.used().minus(c0).toNanos()/1e3/Math.max(1,x.good()+x.wrong())); }
            }
            stock.close(); bare.close();
        } finally { p.close(); }
    }
}
