package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.ManagerEventListener;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.ManagerEvent;

import java.lang.reflect.Field;
import java.util.Map;

/** The library as it comes, logged in at a fake PBX. */
final class BareLibrary implements AutoCloseable {

    final DefaultManagerConnection connection;

    private BareLibrary(DefaultManagerConnection connection) {
        this.connection = connection;
    }

    /**
     * @param readTimeout in milliseconds, 0 as it comes
     */
    static BareLibrary at(FakeAmi pbx, int readTimeout, ManagerEventListener listener)
            throws Exception {
        DefaultManagerConnection connection =
                new DefaultManagerConnection("127.0.0.1", pbx.port(), "amends", "s3cret");
        connection.setSocketReadTimeout(readTimeout);
        connection.addEventListener(listener);
        connection.login();
        return new BareLibrary(connection);
    }

    static BareLibrary at(FakeAmi pbx) throws Exception {
        return at(pbx, 0, BareLibrary::ignore);
    }

    private static void ignore(ManagerEvent event) {
        assertThat(event).isNotNull();
    }

    /** Sends an action and waits for its answer no longer than this. */
    void ping(long millis) throws Exception {
        connection.sendAction(new PingAction(), millis);
    }

    boolean saysConnected() {
        return connection.getState() == ManagerConnectionState.CONNECTED;
    }

    /** Its thread that reads from the socket. */
    Thread reader() throws ReflectiveOperationException {
        Object impl = read(DefaultManagerConnection.class, connection, "impl");
        return (Thread) read(impl.getClass(), impl, "readerThread");
    }

    /** For how many actions it still keeps something. */
    int kept() throws ReflectiveOperationException {
        Object impl = read(DefaultManagerConnection.class, connection, "impl");
        return ((Map<?, ?>) read(impl.getClass(), impl, "responseListeners")).size();
    }

    private static Object read(Class<?> type, Object object, String name)
            throws ReflectiveOperationException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(object);
    }

    @Override
    public void close() {
        // A polite goodbye to a fake that does not answer would take its time.
        Thread.ofVirtual().start(connection::logoff);
    }
}
