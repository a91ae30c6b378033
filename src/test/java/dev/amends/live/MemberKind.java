package dev.amends.live;

import java.util.Map;

/** What a queue's members are made of. */
enum MemberKind {
    /** The phone itself. */
    PJSIP("PJSIP/%s"),
    /** A way through another dialplan that stays in the call, as FreePBX has it. */
    LOCAL_KEPT("Local/%s@foreign/n"),
    /** One that vanishes from the call once it is answered. */
    LOCAL("Local/%s@foreign");

    /** Whose phone stands in which queue. */
    private static final Map<String, String> QUEUES =
            Map.of("rep1", "support", "senior1", "support-senior", "sup1", "support-supervisors");

    private final String form;

    MemberKind(String form) {
        this.form = form;
    }

    /** From now on rep1, the senior and the supervisor are members of this kind. */
    void staff(Stage stage) {
        if (this == PJSIP) {
            return;
        }
        QUEUES.forEach((phone, queue) -> {
            stage.pbx()
                    .cli(
                            "dialplan add extension %1$s,1,Dial,PJSIP/%1$s into foreign replace"
                                    .formatted(phone));
            stage.pbx().cli("queue pause member PJSIP/" + phone + " queue " + queue);
            stage.pbx().cli("queue add member " + member(phone) + " to " + queue);
        });
    }

    /** What this phone's rep is called as a member. */
    String member(String phone) {
        return form.formatted(phone);
    }

    /** As before. */
    void leave(Stage stage) {
        if (this == PJSIP) {
            return;
        }
        QUEUES.forEach((phone, queue) ->
                stage.pbx().cli("queue remove member " + member(phone) + " from " + queue));
        stage.pbx().cli("queue unpause member PJSIP/sup1");
        stage.everybodyOnDuty();
    }
}
