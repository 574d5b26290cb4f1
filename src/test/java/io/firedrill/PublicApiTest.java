package io.firedrill;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API: all public types of four packages. */
class PublicApiTest {

  private static final Path BASELINE = Path.of("src/api/firedrill.txt");

  private static final String[] PACKAGES = {
    "io.firedrill.assertions", "io.firedrill.drill", "io.firedrill.junit", "io.firedrill.model"
  };

  private static final Set<String> OF_EVERY_CLASS = Set.of("equals", "hashCode", "toString");

  @Test
  void matchesTheBaseline() throws IOException {
    List<String> api = new ArrayList<>();
    for (Class<?> type : types()) {
      api.add(declaration(type));
      members(type).map(member -> "  " + member).sorted().distinct().forEach(api::add);
    }
    if ("write".equals(System.getProperty("api"))) {
      Files.write(BASELINE, api);
    }

    assertThat(api)
        .as(
            "the public API; where a change is meant, record it with"
                + " mvn test -Dtest=PublicApiTest -Dapi=write, and say it in the changelog")
        .containsExactlyElementsOf(Files.readAllLines(BASELINE));
  }

  @Test
  void exposesNoInternalTypes() {
    List<String> shown = new ArrayList<>();
    for (Class<?> type : types()) {
      Stream.concat(Stream.of(declaration(type)), members(type))
          .filter(text -> text.contains("io.firedrill.internal."))
          .forEach(shown::add);
    }

    assertThat(shown).as("internal types in the public API").isEmpty();
  }

  private static Set<Class<?>> types() {
    Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(PACKAGES).stream()
            .map(JavaClass::reflect)
            .filter(PublicApiTest::isReachable)
            .forEach(types::add);
    return types;
  }

  private static boolean isReachable(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getDeclaringClass() == null || isReachable(type.getDeclaringClass()));
  }

  private static String declaration(Class<?> type) {
    StringBuilder text = new StringBuilder(type.toGenericString());
    if (type.getGenericSuperclass() != null) {
      text.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    Stream.of(type.getGenericInterfaces())
        .map(Type::getTypeName)
        .sorted()
        .forEach(name -> text.append(" implements ").append(name));
    return text.toString();
  }

  private static Stream<String> members(Class<?> type) {
    return Stream.of(
            Arrays.stream(type.getDeclaredConstructors())
                .filter(PublicApiTest::isVisible)
                .map(Constructor::toGenericString),
            Arrays.stream(type.getDeclaredMethods())
                .filter(PublicApiTest::isVisible)
                .filter(method -> !OF_EVERY_CLASS.contains(method.getName()))
                .map(Method::toGenericString),
            Arrays.stream(type.getDeclaredFields())
                .filter(PublicApiTest::isVisible)
                .map(Field::toGenericString))
        .flatMap(members -> members);
  }

  private static boolean isVisible(Member member) {
    boolean visible =
        Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    return visible && !member.isSynthetic();
  }
}
